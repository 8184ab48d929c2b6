import { useEffect } from 'react'
import { refreshSession } from '../api/query-client.ts'

type News = 'locked' | 'another-person'

const windows = new BroadcastChannel('onecard-session')

/** All windows of one browser share a session; none of them may show it on after one has left it. */
export function tellOtherWindows(news: News): void {
  windows.postMessage(news)
}

/** Covers this window when another locked, and starts afresh when another person took over. */
export function useOtherWindows(): void {
  useEffect(() => {
    const hear = ({ data }: MessageEvent<News>): void => {
      if (data === 'locked') void refreshSession()
      else window.location.reload()
    }
    windows.addEventListener('message', hear)
    return () => windows.removeEventListener('message', hear)
  }, [])
}
