export async function runCli(_args: readonly string[]): Promise<number> {
  return 0
}
