/** Why an enum has `unknown`: it is sent, or only stands for what came later. */
export function unknownNote(values: string[]): string {
  return values.includes('unknown')
    ? 'Sent as such, and whatever came after this app was built'
    : 'Whatever came after this app was built; never sent';
}
