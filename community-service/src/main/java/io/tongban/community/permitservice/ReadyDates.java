package io.tongban.community.permitservice;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** The ready dates of cases, as permit-service tells them to the applicant who calls: with the applicant's own token. */
@Component
public class ReadyDates {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyDates.class);

    private final PermitService permitService;

    ReadyDates(PermitService permitService) {
        this.permitService = permitService;
    }

    /**
     * When the case is ready; to be asked before a transaction begins.
     *
     * @return empty if the case has no such date, or permit-service does not say it now
     * @throws CaseNotTheirs if permit-service knows no case of the caller with that id
     */
    public Optional<LocalDate> of(UUID caseId) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller)) {
            return Optional.empty();
        }
        Answer answer;
        try {
            answer = permitService.readyOn(caseId, "Bearer " + caller.getToken().getTokenValue());
        } catch (RuntimeException away) { // nobody is refused because permit-service is away
            LOG.warn("A ready date cannot be read: {}", away.getClass().getSimpleName());
            return Optional.empty();
        }
        if (!answer.caseIsThere()) {
            throw new CaseNotTheirs();
        }
        return Optional.ofNullable(answer.readyOn());
    }

    /**
     * What permit-service said.
     *
     * @param readyOn null: unknown
     */
    record Answer(boolean caseIsThere, @Nullable LocalDate readyOn) {}

    /** permit-service knows no such case of the caller. */
    public static final class CaseNotTheirs extends RuntimeException {

        private CaseNotTheirs() {
            super("permit-service knows no such case of the caller");
        }
    }
}
