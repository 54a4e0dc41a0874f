"use client";

import { useEffect, useState } from "react";

/** False in the first answer and true in the browser: long lists of choices stay out of the page that is sent. */
export function useMounted(): boolean {
  const [isMounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return isMounted;
}
