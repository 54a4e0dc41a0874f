/** What the policies depend on. */
export interface SecurityContext {
  /** Fresh for every answer. */
  readonly nonce: string;
  /** Whether people reach the app over https. */
  readonly https: boolean;
  /** Next's development server evaluates code and keeps a socket open. */
  readonly development: boolean;
}

/** The content security policy of an answer: only scripts that carry the nonce, and what they load. */
export function contentSecurityPolicy({ nonce, https, development }: SecurityContext): string {
  const directives = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // Server-rendered style attributes have no nonce.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws: wss:" : ""}`,
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}

const unusedFeatures = [
  "accelerometer",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "microphone",
  "payment",
  "usb",
];

/** Every security header of an answer. */
export function securityHeaders(context: SecurityContext): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(context),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": unusedFeatures.map((feature) => `${feature}=()`).join(", "),
    // Mailed links hold their token in the address, which no other site may see. Not no-referrer: forms would lose their origin.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    ...(context.https ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
  };
}
