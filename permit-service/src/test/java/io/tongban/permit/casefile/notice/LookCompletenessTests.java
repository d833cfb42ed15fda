package io.tongban.permit.casefile.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.papers.PaperState;
import io.tongban.engine.visibility.SeenFacts;
import io.tongban.permit.casefile.look.LookCompleteness;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether a look was a complete one. */
class LookCompletenessTests {

    private static final SeenFacts FACTS = SomeCase.facts()
            .shown(1, SomeCase.CONTRACT_ID, SomeCase.CONTRACT)
            .shown(1, SomeCase.PHOTO_ID, SomeCase.PHOTO);

    @Test
    void isSoOnceEachCriterionThatNeedsPapersIsMetByThemOrWasLookedAt() {
        assertThat(inVisit(FACTS, Set.of("address-paper")).complete()).isTrue();
        assertThat(inVisit(FACTS.shown(1, SomeCase.LEASE_ID, SomeCase.LEASE), Set.of())
                        .complete())
                .isTrue();
    }

    @Test
    void namesWhatWasNotLookedAt() {
        LookCompleteness completeness = inVisit(FACTS.defective(SomeCase.PHOTO_ID), Set.of("employment"));

        assertThat(completeness.complete()).isFalse();
        assertThat(completeness.notLookedAt()).containsExactly("photo", "address-paper");
    }

    @Test
    void isNotSoByAPaperThatIsDoubted() {
        SeenFacts doubted = FACTS.found(2, SomeCase.CONTRACT_ID, PaperState.DOUBTED);

        assertThat(inVisit(doubted, Set.of("address-paper")).notLookedAt()).containsExactly("employment");
    }

    @Test
    void asksForNothingThatPapersDoNotMeet() {
        // The contributions are not met, and no paper would meet them.
        LookBasis withoutMonths = SomeCase.basis(SomeCase.ASKING, SomeCase.DAY, SomeCase.record(SomeCase.DAY));

        assertThat(LookCompleteness.inVisit(
                                SomeCase.EMPLOYMENT, SomeCase.assess(FACTS, withoutMonths), Set.of("address-paper"))
                        .complete())
                .isTrue();
    }

    @Test
    void isSoWithoutAVisitIfTheLastVisitHadACompleteLook() {
        assertThat(LookCompleteness.withoutVisit(true).complete()).isTrue();
        assertThat(LookCompleteness.withoutVisit(false).complete()).isFalse();
    }

    private static LookCompleteness inVisit(SeenFacts facts, Set<String> lookedAt) {
        LookBasis basis =
                SomeCase.basis(SomeCase.ASKING, SomeCase.DAY, SomeCase.record(SomeCase.DAY, "2016-04..2017-03"));
        return LookCompleteness.inVisit(SomeCase.EMPLOYMENT, SomeCase.assess(facts, basis), lookedAt);
    }
}
