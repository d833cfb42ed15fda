package io.tongban.sandbox.fault;

/**
 * A window's clerk, and a reviewer of the authority that decides what is taken there.
 *
 * @param window the id of the window
 * @param account of the clerk
 */
public record Desk(String window, String account, PatientCaller clerk, PatientCaller reviewer) {}
