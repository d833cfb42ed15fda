package io.tongban.permit.publication.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.engine.library.Standards;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.standard.UnknownStandard;
import io.tongban.permit.publication.PublicationProblem;
import io.tongban.permit.publication.PublishedVersion;
import io.tongban.permit.publication.ReplicaStandards;
import io.tongban.permit.publication.web.StandardsAnswers.InForceAnswer;
import io.tongban.permit.publication.web.StandardsAnswers.ItemAnswer;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.paging.Page;
import io.tongban.platform.paging.PageRequest;
import io.tongban.platform.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is published, as this replica has it in memory: no read of it asks the database. */
@RestController
@RequestMapping(StandardsWebConfiguration.ALL)
@Tag(name = "standards", description = "The published standards, their guides and the texts of law behind them.")
class StandardsController {

    private final ReplicaStandards replica;
    private final Standards standards;
    private final BusinessClock clock;

    StandardsController(ReplicaStandards replica, Standards standards, BusinessClock clock) {
        this.replica = replica;
        this.standards = standards;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "listItems",
            summary = "List service items",
            description = "Every service item by name, each with its published versions, the newest first.")
    Page<ItemAnswer> items(PageRequest page) {
        SortedMap<String, List<PublishedVersion>> items = replica.all().stream()
                .collect(Collectors.groupingBy(PublishedVersion::item, TreeMap::new, Collectors.toList()));
        List<ItemAnswer> found = items.entrySet().stream()
                .filter(item -> page.after() == null || item.getKey().compareTo(page.after()) > 0)
                .limit(page.limit() + 1L)
                .map(item -> ItemAnswer.of(item.getKey(), item.getValue(), standards))
                .toList();
        return Page.of(found, page.limit(), ItemAnswer::item);
    }

    @GetMapping("/in-force")
    @Operation(
            operationId = "listStandardsInForce",
            summary = "List the standards in force on a day",
            description = "One version of each item; the same at every replica once each has loaded what is published.")
    InForceAnswer inForce(
            @Parameter(description = "A day of the business clock; absent: today.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate on) {
        return InForceAnswer.of(on == null ? clock.today() : on, standards.all());
    }

    @GetMapping("/{item}")
    @Operation(
            operationId = "getItem",
            summary = "Read a service item",
            description =
                    "The item with its published versions, the newest first, and the days on which none is in force.")
    @PublicationProblem.Answers(PublicationProblem.ITEM_UNKNOWN)
    ItemAnswer item(@Parameter(description = StandardsWebConfiguration.ITEM_NAME) @PathVariable String item) {
        return ItemAnswer.of(item, versionsOf(item), standards);
    }

    @GetMapping("/{item}/{version}")
    @Operation(
            operationId = "getStandard",
            summary = "Read a standard",
            description =
                    "The effective standard: all layers in one; every element says the layer that it comes from and the"
                            + " article that it is based on.")
    @PublicationProblem.Answers({
        PublicationProblem.ITEM_UNKNOWN,
        PublicationProblem.STANDARD_UNKNOWN,
        PublicationProblem.STANDARD_NOT_LOADED
    })
    StandardAnswer version(
            @Parameter(description = StandardsWebConfiguration.ITEM_NAME) @PathVariable String item,
            @Parameter(description = StandardsWebConfiguration.VERSION_NAME) @PathVariable String version) {
        return StandardAnswer.of(loaded(published(item, version)));
    }

    @GetMapping(path = "/{item}/{version}/document", produces = "application/yaml")
    @Operation(
            operationId = "getDocument",
            summary = "Read the document of a version",
            description = "The text of one layer in YAML, as it was published.")
    @PublicationProblem.Answers({PublicationProblem.ITEM_UNKNOWN, PublicationProblem.STANDARD_UNKNOWN})
    String document(
            @Parameter(description = StandardsWebConfiguration.ITEM_NAME) @PathVariable String item,
            @Parameter(description = StandardsWebConfiguration.VERSION_NAME) @PathVariable String version) {
        return published(item, version).document();
    }

    private List<PublishedVersion> versionsOf(String item) {
        List<PublishedVersion> versions = replica.all().stream()
                .filter(version -> version.item().equals(item))
                .toList();
        if (versions.isEmpty()) {
            throw Problem.of(PublicationProblem.ITEM_UNKNOWN).withSent("item", item);
        }
        return versions;
    }

    private PublishedVersion published(String item, String version) {
        return versionsOf(item).stream()
                .filter(candidate -> candidate.version().equals(version))
                .findFirst()
                .orElseThrow(() -> unknown(item, version));
    }

    private Standard loaded(PublishedVersion version) {
        if (!version.inForceAlone()) {
            throw unknown(version.item(), version.version());
        }
        try {
            return standards.version(version.item(), version.version());
        } catch (UnknownStandard notHere) {
            throw Problem.of(PublicationProblem.STANDARD_NOT_LOADED, notHere)
                    .with("item", version.item())
                    .with("version", version.version())
                    .header(HttpHeaders.RETRY_AFTER, "30");
        }
    }

    private static Problem unknown(String item, String version) {
        return Problem.of(PublicationProblem.STANDARD_UNKNOWN)
                .withSent("item", item)
                .withSent("version", version);
    }
}
