// What we use of saxen, which brings no types of its own.
declare module 'saxen' {
  type Decode = (text: string) => string

  export class Parser {
    on(
      event: 'openTag',
      handler: (
        name: string,
        attributes: () => Record<string, string> | false,
        decode: Decode,
        isEmpty: boolean,
      ) => void,
    ): this
    on(event: 'closeTag', handler: (name: string) => void): this
    on(event: 'text' | 'cdata' | 'attention' | 'question', handler: (text: string) => void): this
    on(event: 'error' | 'warn', handler: (error: Error) => void): this
    ns(prefixes: Record<string, string>): this
    stop(): void
    write(chunk: string): this
    end(): Error | null
  }
}
