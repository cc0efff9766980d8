/** Control characters except line feed and tab, and halves of surrogate pairs: no reader of the document expects them. */
const unprintable = /[^\P{Cc}\t\n]|\p{Cs}/gu

/** Text of any number of lines without white space around; '' when nothing is left. */
export const plainText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unprintable, ' ').trim()

/** OSCAL's string type: one line, no white space around, not empty; hence the fallback. */
export const plainLine = (text: string, fallback: string): string => plainText(text).replace(/\s+/g, ' ') || fallback
