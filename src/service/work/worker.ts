/** Starts the working thread and hands on what it reports. */
import { ClausewatchError } from '../../core/error.ts'
import { startThread } from '../../pipeline/thread-door.ts'
import type { WorkOrder, WorkReport } from './message.ts'

export type Work = {
  /** Resolves when the thread has ended; rejects with what ended it. */
  readonly finished: Promise<void>
  /** Asks it to stop after the document at hand. */
  stop(): Promise<void>
}

export function startWork(order: WorkOrder, onReport: (report: WorkReport) => void): Work {
  const worker = startThread(import.meta.url, { workerData: order })
  const finished = new Promise<void>((resolve, reject) => {
    worker.on('message', (report: WorkReport) => {
      if (report.kind !== 'failed') return onReport(report)
      const { code, message, remedy, errorKind } = report
      reject(
        errorKind === 'defect' ? new Error(message) : new ClausewatchError(code, message, remedy, { kind: errorKind }),
      )
    })
    worker.on('error', reject)
    worker.on('exit', () => resolve())
  })
  return {
    finished,
    stop: async () => {
      worker.postMessage('stop')
      await finished
    },
  }
}
