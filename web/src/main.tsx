import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '@fontsource-variable/atkinson-hyperlegible-mono/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import './app/mantine.css'
import './app/app.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { chosenLanguage, speak } from './lib/i18n'

// The language comes first: pages read their texts as they load.
await speak(chosenLanguage())
const { App } = await import('./app/App')
createRoot(document.getElementById('root')!).render(<StrictMode><App /></StrictMode>)
