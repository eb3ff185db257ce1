import { Globe, SunMoon } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { chooseTheme, currentTheme, subscribeToTheme, themes } from '../../browser/theme.ts'
import { chooseLanguage, languageNames, offeredLanguages } from '../../texts/language.ts'
import { useLanguage, useTexts } from '../../texts/use-texts.ts'
import { Select } from '../../ui/Select.tsx'

export function LanguageSelect(props: { isCompact?: boolean }) {
  const texts = useTexts()
  return (
    <Select
      isCompact={props.isCompact ?? false}
      label={texts.common.language}
      icon={<Globe size={18} aria-hidden />}
      placeholder=""
      choices={offeredLanguages.map((language) => ({ id: language, label: languageNames[language] }))}
      chosen={useLanguage()}
      onChoose={(id) => {
        const language = offeredLanguages.find((candidate) => candidate === id)
        if (language !== undefined) void chooseLanguage(language)
      }}
    />
  )
}

export function ThemeSelect(props: { isCompact?: boolean }) {
  const texts = useTexts()
  return (
    <Select
      isCompact={props.isCompact ?? false}
      label={texts.common.theme}
      icon={<SunMoon size={18} aria-hidden />}
      placeholder=""
      choices={themes.map((theme) => ({ id: theme, label: texts.common.themes[theme] }))}
      chosen={useSyncExternalStore(subscribeToTheme, currentTheme)}
      onChoose={(id) => chooseTheme(themes.find((theme) => theme === id) ?? 'system')}
    />
  )
}
