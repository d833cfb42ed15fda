package io.tongban.permit.standard;

/** What the standard says to a reason, and what to do about it. */
public record ReasonText(Text reason, Text remedy) {}
