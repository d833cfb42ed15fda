package io.tongban.permit.publication.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tongban.permit.publication.PublishedVersion;
import io.tongban.permit.publication.Timeline;
import io.tongban.permit.publication.Timeline.Gap;
import io.tongban.permit.publication.Timeline.Period;
import io.tongban.permit.publication.draft.CheckDraft.Checked;
import io.tongban.permit.publication.draft.Draft;
import io.tongban.permit.publication.draft.DraftState;
import io.tongban.permit.publication.draft.DraftStep;
import io.tongban.permit.publication.draft.PublishDraft.Published;
import io.tongban.permit.publication.draft.TestDraft.Tested;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What editors and approvers are answered. */
final class DraftAnswers {

    private DraftAnswers() {}

    /** Where a draft stands. */
    record StateAnswer(String item, String version, String layer, int revision, DraftState state) {

        static StateAnswer of(Draft draft) {
            return new StateAnswer(draft.item(), draft.version(), draft.layer(), draft.revision(), draft.state());
        }
    }

    /** A draft with all that an approver reads. */
    record DraftAnswer(
            String item,
            String version,
            String layer,
            int revision,
            DraftState state,
            String draftedBy,
            Instant draftedAt,
            List<StepAnswer> steps,
            @Schema(description = "In YAML.") String document,
            @Schema(description = "In YAML.") List<String> suites) {

        static DraftAnswer of(Draft draft) {
            return new DraftAnswer(
                    draft.item(),
                    draft.version(),
                    draft.layer(),
                    draft.revision(),
                    draft.state(),
                    draft.draftedBy(),
                    draft.draftedAt(),
                    draft.steps().stream().map(StepAnswer::of).toList(),
                    draft.document(),
                    draft.suites());
        }
    }

    /** Who brought the draft to a state; {@code takenOn} is the day on the business clock. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepAnswer(
            DraftState state,
            String actor,
            Instant recordedAt,
            @Schema(description = "By the business clock.") LocalDate takenOn,

            @Schema(description = "Of a rejection.") @Nullable
            String reason) {

        static StepAnswer of(DraftStep step) {
            return new StepAnswer(step.state(), step.actor(), step.at(), step.on(), step.reason());
        }
    }

    /** A draft in which nothing is wrong, and when the item's versions would be in force with it. */
    record CheckAnswer(
            String item,
            String version,
            int revision,
            DraftState state,

            @Schema(description = "When the item's versions would be in force.")
            List<Period> periods,

            @Schema(description = "Days on which none would be.")
            List<Gap> gaps) {

        static CheckAnswer of(Checked checked) {
            Draft draft = checked.draft();
            Timeline timeline = checked.timeline();
            return new CheckAnswer(
                    draft.item(),
                    draft.version(),
                    draft.revision(),
                    draft.state(),
                    timeline.periods(),
                    timeline.gaps());
        }
    }

    /** A draft that came out as its suites say. */
    record TestAnswer(String item, String version, int revision, DraftState state, int passed) {

        static TestAnswer of(Tested tested) {
            Draft draft = tested.draft();
            return new TestAnswer(draft.item(), draft.version(), draft.revision(), draft.state(), tested.passed());
        }
    }

    /**
     * A version that is published.
     *
     * @param digest null for a layer that is never in force alone
     * @param gaps days of the item on which no version is in force
     */
    record PublicationAnswer(
            String item,
            String version,

            @Schema(description = "Null for a layer that is never in force alone.") @Nullable
            String digest,

            LocalDate from,

            @Schema(description = "The last day in force; null: until the next version begins.") @Nullable
            LocalDate until,

            @Schema(description = "Days of the item on which no version is in force.")
            List<Gap> gaps) {

        static PublicationAnswer of(Published published) {
            PublishedVersion version = published.version();
            Period period = published
                    .timeline()
                    .period(version.version())
                    .orElse(new Period(version.version(), version.from(), version.until()));
            return new PublicationAnswer(
                    version.item(),
                    version.version(),
                    version.digest(),
                    period.from(),
                    period.until(),
                    published.timeline().gaps());
        }
    }
}
