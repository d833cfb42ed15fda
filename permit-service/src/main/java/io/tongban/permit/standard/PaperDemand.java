package io.tongban.permit.standard;

/**
 * What a criterion asks of a paper; every paper must not have expired.
 *
 * @param ageMonths so many months must have passed since its first day; 0: its age is not asked for
 * @param termMonths its term must be so many months; 0: its term is not asked for
 * @param current it must have begun
 */
public record PaperDemand(String kind, int ageMonths, int termMonths, boolean current) {}
