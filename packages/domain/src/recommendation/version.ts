/** The engine's version: changes with every change of a formula, a parameter or a reason, so that a stored run says what made it. */
export const ENGINE_VERSION = "1.1.0";
