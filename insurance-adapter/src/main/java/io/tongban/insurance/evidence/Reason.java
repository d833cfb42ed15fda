package io.tongban.insurance.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Why and by whom a query is made.
 *
 * @param purpose the item and standard it serves
 * @param caseRef the case it serves; null while no case is open
 * @param actor the account of the person on whose behalf it is made
 * @param caller the account of the service that makes it
 * @param client the client to which the service's token was given; null where the token names none
 */
public record Reason(
        String purpose,
        @Nullable String caseRef,
        String actor,
        String caller,
        @Nullable String client) {}
