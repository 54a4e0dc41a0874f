/** Whether the process answers. Open to anyone: it tells nothing but that, and reads nothing. */
export function GET(): Response {
  return Response.json({ status: "up" }, { headers: { "Cache-Control": "no-store" } });
}
