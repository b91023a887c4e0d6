import { useRef, useState } from 'react';
import { TextField } from '../../parts/fields';
import type { FilterName, Filtering } from './filter';

const PAUSE_MS = 300;

/** A filter that is typed: the list follows when the typing pauses. */
export function TypedFilter({
  name,
  label,
  filtering: { filter, set },
  placeholder,
}: {
  name: FilterName;
  label: string;
  filtering: Filtering;
  placeholder?: string;
}) {
  const inAddress = filter[name] ?? '';
  const [typed, setTyped] = useState(inAddress);
  const [seen, setSeen] = useState(inAddress);
  const timer = useRef<number | undefined>(undefined);
  // Somebody took the filter away, or came to another address.
  if (inAddress !== seen) {
    setSeen(inAddress);
    if (inAddress !== typed.trim()) setTyped(inAddress);
  }
  const type = (value: string) => {
    setTyped(value);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => set(name, value.trim()), PAUSE_MS);
  };
  return (
    <TextField
      label={label}
      name={name}
      value={typed}
      onChange={type}
      autoComplete="off"
      spellCheck="false"
      {...(placeholder !== undefined && { placeholder })}
    />
  );
}
