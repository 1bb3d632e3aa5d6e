/** The part of a text up to the end of its last whole sentence. */
export function wholeSentences(text: string): string {
  const end = /^[\s\S]*[.!?…]["”')]*(?=\s|$)/u.exec(text);
  return end ? end[0] : '';
}
