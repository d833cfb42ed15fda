package io.tongban.permit.publication;

import java.util.concurrent.atomic.AtomicInteger;

/** A small service item without sources, with a suite: documents to be drafted, each item used by one test. */
public record LibraryCard(String item, String version, String inForce, String layering, int years) {

    private static final AtomicInteger ITEMS = new AtomicInteger();

    /** An item that no other test uses. */
    public static String newItem() {
        return "library-card-" + ITEMS.incrementAndGet();
    }

    public static LibraryCard of(String item, String version, String from) {
        return new LibraryCard(item, version, "{from: \"" + from + "\"}", "layer: hangzhou", 6);
    }

    LibraryCard until(String from, String until) {
        return new LibraryCard(item, version, "{from: \"" + from + "\", until: \"" + until + "\"}", layering, years);
    }

    LibraryCard fromAge(int changed) {
        return new LibraryCard(item, version, inForce, layering, changed);
    }

    public String document() {
        return """
                item: %s
                version: %s
                %s
                name: {zh: 借书证, en: library card}
                inForce: %s
                sources:
                  library-law: {zh: 公共图书馆法, en: Public Libraries Law, from: "2000-01-01"}
                evidence:
                  identity: {zh: 公民身份号码, en: the identity number}
                wording:
                  list: {zh: "、", en: ", "}
                  ofUnit: {zh: "{name}（{unit}）", en: "{name} ({unit})"}
                papers:
                  photo: {zh: 照片, en: photo}
                  identity-document: {zh: 居民身份证, en: identity document}
                authority: {kind: police, by: residence}
                limits:
                  decision: {days: 2, unit: WORKING_DAY, endsOnWorkingDay: true, basis: []}
                  review: {days: 2, unit: WORKING_DAY, endsOnWorkingDay: true, basis: []}
                lapseNoticeDays: 30
                criteria:
                - id: age
                  name: {zh: 年龄, en: age}
                  basis:
                  - {source: library-law, article: {zh: 第三条, en: art. 3}}
                  settings:
                    years: %d
                  allowed:
                    years: 0..120
                  define:
                    reachedOn: identity.bornOn.plusMonths(12 * settings.years)
                  figures:
                    reachedOn: reachedOn
                  decide:
                  - when: "!identity.valid"
                    state: MISSING
                    missing: [identity-document]
                    reasons: [NUMBER_INVALID]
                  - when: "!appliedOn.isBefore(reachedOn)"
                    state: MET
                  - state: NOT_YET
                    metOn: reachedOn
                    reasons: [TOO_YOUNG]
                  texts:
                    NUMBER_INVALID:
                      reason: {zh: 公民身份号码有误。, en: The identity number is not right.}
                      remedy: {zh: 请出示居民身份证。, en: Show the identity document.}
                    TOO_YOUNG:
                      reason: {zh: 未到年龄。, en: Too young.}
                      remedy: {zh: "{reachedOn}起可以办理。", en: "From {reachedOn} on."}
                - id: photo
                  name: {zh: 照片, en: photo}
                  basis:
                  - {source: library-law, article: {zh: 第四条, en: art. 4}}
                  needsPapers: true
                  papers:
                  - {kind: photo}
                  decide:
                  - when: size(papers.lacking) == 0
                    state: MET
                  - state: MISSING
                    missing: papers.lacking
                    reasons: [PHOTO_LACKING]
                  texts:
                    PHOTO_LACKING:
                      reason: {zh: 未提交照片。, en: The photo is not there.}
                      remedy: {zh: "请提交{missing}。", en: "Bring a {missing}."}
                routes:
                - id: reader
                  name: {zh: 读者, en: reader}
                  criteria: [age, photo]
                """.formatted(item, version, layering, inForce, years);
    }

    public String suite() {
        return """
                standard: %s
                version: %s
                route: reader
                cases:
                - id: border
                  appliedOn: "2018-01-01"
                  applicant: {idNumber: "339999199001010013"}
                  papers: [{kind: photo}]
                  expect: {outcome: ELIGIBLE}
                - id: no photo
                  appliedOn: "2018-01-01"
                  applicant: {idNumber: "339999199001010013"}
                  papers: []
                  expect: {criteria: {photo: MISSING}, missing: [photo]}
                """.formatted(item, version);
    }
}
