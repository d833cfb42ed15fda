package io.tongban.division;

/**
 * The division that stands in another's place on a day.
 *
 * @param same whether it is that division still, under whatever code, name and place; false if it took the other in
 */
public record Successor(String code, boolean same) {}
