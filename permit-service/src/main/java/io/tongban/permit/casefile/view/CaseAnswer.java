package io.tongban.permit.casefile.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tongban.engine.papers.Lapse;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.Act;
import io.tongban.permit.casefile.ActGuard;
import io.tongban.permit.casefile.ActorKind;
import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseState;
import io.tongban.permit.casefile.CaseState.Accepted;
import io.tongban.permit.casefile.CaseState.Closed;
import io.tongban.permit.casefile.CaseState.Decidable;
import io.tongban.permit.casefile.CaseState.Decided;
import io.tongban.permit.casefile.CaseState.DecisionReason;
import io.tongban.permit.casefile.CaseState.Live;
import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.Result;
import io.tongban.permit.casefile.CaseState.Running;
import io.tongban.permit.casefile.CaseState.Status;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.casefile.CaseState.Verdict;
import io.tongban.permit.casefile.authority.Authority;
import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.casefile.notice.Notice;
import io.tongban.permit.deadline.CaseClock;
import io.tongban.permit.deadline.CaseLimit;
import io.tongban.permit.deadline.ReviewReason;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A case as those who may read it see it; what does not apply in its state is left out.
 *
 * @param standard the one that assessment, notice, limits and decision go by
 * @param pinnedStandard that of the first visit
 * @param choice where the applicant may choose between the two
 * @param references the address of each text of law that the assessments name, by its reference there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseAnswer(
        UUID id,
        String item,
        String route,

        @Schema(description = "The one that assessment, notice, limits and decision go by.")
        StandardReference standard,

        @Schema(description = "That of the first visit.") StandardReference pinnedStandard,

        @Schema(description = "Where the applicant may choose between the two.") @Nullable
        Choice choice,

        Status state,
        Body responsibleAuthority,
        FirstContact firstContact,

        @Schema(description = "Today until the case is received; then it stays.")
        LocalDate appliedOn,

        @Schema(implementation = AssessmentAnswer.class) JsonNode assessment,

        @Schema(description = "The address of each text of law that the assessments name, by its reference there.")
        Map<String, String> references,

        @Nullable Evidence evidence,

        @Schema(description = "Where a source could not be asked yet; else left out.") @Nullable
        SourceNotAsked sourceNotAsked,

        @Schema(
                description =
                        "Criteria whose papers nobody looked at yet, so that there is no notice and no acceptance; left out where there are none.")
        @Nullable
        List<String> notLookedAtCriteria,

        @Nullable NoticeAnswer notice,
        @Nullable Receipt receipt,

        @Schema(description = "From which day the clock of the decision runs.") @Nullable
        LocalDate acceptedOn,

        @Schema(description = "The last day on which it is to be decided.") @Nullable
        LocalDate decisionDueOn,

        @Schema(description = "The last day on which a provisional case may settle by itself.") @Nullable
        LocalDate settlementDueOn,

        @Schema(description = "The last day on which the applicant of an open case may come back; then it lapses.")
        @Nullable
        LocalDate lapsesOn,

        @Nullable Review review,
        @Nullable DecisionAnswer decision,

        @Schema(description = "How the case ended without a decision; else left out.") @Nullable
        End closed,

        @Schema(description = "Every act on a case, and whether the state of the case allows it now.")
        List<PossibleAct> acts,

        @Schema(
                description =
                        "False where the case is not as its ledger tells, so that no act is taken on it; left out where it is.")
        @Nullable
        Boolean asRecorded,

        @Schema(description = "The same as in the ETag.") long version) {

    static CaseAnswer of(
            CaseFile file, Authority responsible, Optional<Notice> notice, List<CaseLimit> running, Remedies remedies) {
        Limits limits = Limits.of(file.state());
        Look look = file.look();
        return new CaseAnswer(
                file.id().value(),
                file.origin().standard().item(),
                file.origin().route(),
                look.standard(),
                file.origin().standard(),
                Choice.of(file),
                file.state().status(),
                new Body(responsible.id().value(), responsible.name()),
                new FirstContact(
                        file.origin().firstContact().window(),
                        file.origin().firstContact().authority().value()),
                look.appliedOn(),
                AssessmentJson.of(look),
                References.of(look, Objects.requireNonNullElse(file.looks().other(), look)),
                Evidence.of(look),
                sourceNotAsked(file),
                look.wasComplete() ? null : look.notLookedAt(),
                notice.map(NoticeAnswer::of).orElse(null),
                CaseState.receivedIn(file.state())
                        .map(CaseState.Received::receipt)
                        .map(Receipt::new)
                        .orElse(null),
                limits.acceptedOn(),
                limits.decisionDueOn(),
                limits.settleBy(),
                running.stream()
                        .filter(limit -> limit.clock() == CaseClock.OPEN_CASE)
                        .map(CaseLimit::due)
                        .findFirst()
                        .orElse(null),
                Review.of(file.state()),
                DecisionAnswer.of(file.state(), remedies),
                End.of(file.state()),
                PossibleAct.all(file.state()),
                file.asRecorded() ? null : false,
                file.version());
    }

    /** Nobody asks again where the case waits for no source any more. */
    private static @Nullable SourceNotAsked sourceNotAsked(CaseFile file) {
        return switch (file.state()) {
            case CaseState.Open open -> SourceNotAsked.of(file.look(), false);
            case CaseState.Provisional provisional -> SourceNotAsked.of(file.look(), true);
            case CaseState.UnderReview review -> review.look() == null ? null : SourceNotAsked.of(file.look(), true);
            case CaseState.Accepted accepted -> null;
            case Decided decided -> null;
            case Closed closed -> null;
        };
    }

    /**
     * Two versions of which neither favours the applicant.
     *
     * @param open whether the applicant has still to choose; until then the pinned one is used
     * @param between that of the first visit first
     */
    record Choice(
            @Schema(description = "Whether the applicant has still to choose; until then the pinned version is used.")
            boolean open,

            @Schema(description = "That of the first visit first.")
            List<Offer> between) {

        static @Nullable Choice of(CaseFile file) {
            Look other = file.looks().other();
            if (other == null || !(file.state() instanceof Live)) {
                return null;
            }
            boolean pinnedIsUsed = file.look().standard().equals(file.origin().standard());
            Offer used = new Offer(file.look().standard(), AssessmentJson.of(file.look()));
            Offer offered = new Offer(other.standard(), AssessmentJson.of(other));
            return new Choice(
                    file.looks().isChoiceOpen(), pinnedIsUsed ? List.of(used, offered) : List.of(offered, used));
        }
    }

    /** What one version comes to. */
    record Offer(
            StandardReference standard,
            @Schema(implementation = AssessmentAnswer.class) JsonNode assessment) {}

    /** The body that decides: that of the first visit or, once it is gone, whoever holds its cases. */
    record Body(String id, Authority.Name name) {}

    /** The window of the first contact and the body that staffs it. */
    record FirstContact(UUID window, String authority) {}

    /** What the latest assessment was read from. */
    public record Evidence(
            UUID id,

            @Schema(description = "The day on which the source answered.") @Nullable
            LocalDate asOf,

            @Schema(
                    description =
                            "When it was read, perhaps for an earlier look of the same day; left out where only the day is kept.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            OffsetDateTime readAt) {

        public static @Nullable Evidence of(Look look) {
            UUID id = look.evidenceId();
            return id == null ? null : new Evidence(id, look.asOf(), look.readAt());
        }
    }

    /**
     * A source was not asked, because too many persons were being asked about or because it had just failed for others.
     *
     * @param againByItself whether the service asks again; else the next act or question does
     */
    public record SourceNotAsked(
            @Schema(
                    description =
                            "Whether the service asks again by itself, soon at first; else the next question does.")
            boolean againByItself,

            @Schema(description = "The same for the applicant.")
            String zh,

            String en) {

        private static final SourceNotAsked AGAIN = new SourceNotAsked(
                true,
                "目前查询人数较多，尚未能向社会保险数据源查询；系统将尽快自动再次查询，申请人无需再跑。",
                "So many persons are being asked about that a source of contribution records could not be asked yet. It is asked"
                        + " again by itself as soon as may be; the applicant need not come again.");

        private static final SourceNotAsked ON_REQUEST = new SourceNotAsked(
                false,
                "目前查询人数较多，尚未能向社会保险数据源查询；请在一分钟后再次查询。",
                "So many persons are being asked about that a source of contribution records could not be asked yet. Please ask"
                        + " again in a minute.");

        public static @Nullable SourceNotAsked of(Look look, boolean againByItself) {
            if (!look.waitsToAsk()) {
                return null;
            }
            return againByItself ? AGAIN : ON_REQUEST;
        }
    }

    /** The latest notice. */
    record NoticeAnswer(
            String number,
            LocalDate givenOn,

            @Schema(implementation = NoticeContentAnswer.class)
            JsonNode content) {

        static NoticeAnswer of(Notice notice) {
            return new NoticeAnswer(notice.number(), notice.givenOn(), AssessmentJson.read(notice.content()));
        }
    }

    /** The shape of what a notice tells, for the description of the interface only: as the assessment, it was stored so. */
    record NoticeContentAnswer(
            @Schema(description = "The criteria that are open.")
            List<CanonicalAssessment.Criterion> points,

            List<NamedPaper> missing,

            @Schema(description = "Null: unknown.") @Nullable
            LocalDate readyOn,

            List<Lapse> lapsing,

            @Schema(description = "The digest of the assessment that the notice was made of.")
            String assessment) {}

    /** Proof of a provisional reception. */
    record Receipt(String number) {}

    /** Why a person looks, and from which day on. */
    record Review(ReviewReason reason, LocalDate beganOn) {

        static @Nullable Review of(CaseState state) {
            return switch (state) {
                case UnderReview review -> new Review(review.reason(), review.since());
                case Decided decided -> of(decided.before());
                case Open open -> null;
                case Provisional provisional -> null;
                case Accepted accepted -> null;
                case Closed closed -> null;
            };
        }
    }

    /** A decision, with the way to contest a refusal. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionAnswer(
            Verdict decision, LocalDate decidedOn, List<DecisionReason> reasons, Remedies.@Nullable Remedy remedies) {

        static @Nullable DecisionAnswer of(CaseState state, Remedies remedies) {
            return state instanceof Decided decided
                    ? new DecisionAnswer(
                            decided.verdict(),
                            decided.on(),
                            decided.reasons(),
                            decided.verdict() == Verdict.REFUSED ? remedies.againstRefusal() : null)
                    : null;
        }
    }

    /** An end without a decision. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record End(
            Result result,
            LocalDate closedOn,

            @Schema(description = "The case that goes on with it; left out where none does.") @Nullable
            UUID continuedIn) {

        static @Nullable End of(CaseState state) {
            return state instanceof Closed closed
                    ? new End(
                            closed.result(),
                            closed.on(),
                            closed.goesOnIn() == null ? null : closed.goesOnIn().value())
                    : null;
        }
    }

    /**
     * An act, and whether the state of the case allows it. That it does is no promise: the act has rules of its own.
     *
     * @param by roles whose act it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PossibleAct(
            @Schema(description = "The last part of its address.")
            String act,

            boolean possible,

            @Schema(description = "Whose act it is.") List<String> by,

            @Schema(description = "The problem that the act would be answered with now; left out where it is possible.")
            @Nullable
            String problem) {

        static List<PossibleAct> all(CaseState state) {
            return Arrays.stream(Act.values()).map(act -> of(act, state)).toList();
        }

        private static PossibleAct of(Act act, CaseState state) {
            boolean possible = act.isAllowedIn(state);
            return new PossibleAct(
                    act.path(),
                    possible,
                    ActorKind.rolesOf(act),
                    possible ? null : "/errors/" + ActGuard.problem(act, state).slug());
        }
    }

    private record Limits(
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate decisionDueOn,
            @Nullable LocalDate settleBy) {

        static Limits of(CaseState state) {
            return switch (state) {
                case Open open -> new Limits(null, null, null);
                case Closed closed -> new Limits(null, null, null);
                case Provisional provisional -> of(provisional);
                case Decidable decidable -> of(decidable);
                case Decided decided -> of(decided.before());
            };
        }

        private static Limits of(Provisional state) {
            Running running = state.running();
            return running == null
                    ? new Limits(null, null, state.settleBy())
                    : new Limits(running.since(), running.due().on(), state.settleBy());
        }

        private static Limits of(Decidable state) {
            return switch (state) {
                case Accepted accepted ->
                    new Limits(accepted.acceptedOn(), accepted.due().on(), null);
                case UnderReview review -> new Limits(null, review.due().on(), null);
            };
        }
    }
}
