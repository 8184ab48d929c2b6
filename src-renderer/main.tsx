import './api/first-questions.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import './app/app.css'
import './app/frame.css'
import './components/parts.css'

const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<App />)
