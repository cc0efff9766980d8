/** An address that breaks before its @ where it has to break: in narrow columns it would else break anywhere. */
export function EmailAddress({ children }: { children: string }) {
  const at = children.lastIndexOf('@')
  if (at < 0) return <>{children}</>
  return (
    <>
      {children.slice(0, at)}
      <wbr />
      {children.slice(at)}
    </>
  )
}
