package io.tongban.engine.basis;

import io.tongban.engine.rule.Text;

/**
 * How a refusal can be contested, as the applicant reads it.
 *
 * @param id goes into the decision; a changed law is a new one
 * @param basis the law that says so, cited in Chinese
 */
public record Remedy(String id, Text text, String basis) {}
