/** The stone with the streak that gold leaves on it. */
export function HouseMark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <path d="M5 22 9 8l9-4 9 8-2 12-11 4z" fill="light-dark(#26302f, #51615d)" />
      <path d="m10.500 20.500 11-9.500" stroke="#e0ad4c" strokeWidth="3" strokeLinecap="round" />
    </svg>
  )
}
