package io.tongban.engine.guide;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.canonical.CanonicalJson;
import io.tongban.engine.rule.Text;
import io.tongban.engine.standard.Asked;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Demand;
import io.tongban.engine.standard.Guide;
import io.tongban.engine.standard.Limit;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Standard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A standard for other systems: a public service of the Core Public Service Vocabulary Application Profile (CPSV-AP 3.2.0, SEMIC,
 * 2024-01-31) with requirements and evidence types of the Core Criterion and Core Evidence Vocabulary (CCCEV 2), as JSON-LD 1.1
 * with its context inside.
 *
 * <p>Of an evidence type list all are needed, of several lists one: so CCCEV defines them.
 */
final class ServiceDescription {

    private static final String AUTHORITY_TABLES = "http://publications.europa.eu/resource/authority/";

    private final Standard standard;
    private final Labels labels;
    private final Surroundings surroundings;
    private final String address;

    private ServiceDescription(Standard standard, Surroundings surroundings) {
        this.standard = standard;
        this.labels = new Labels(standard);
        this.surroundings = surroundings;
        this.address = surroundings.standard(standard.item(), standard.version());
    }

    static String of(Standard standard, Surroundings surroundings) {
        return CanonicalJson.of(new ServiceDescription(standard, surroundings).service());
    }

    private Map<String, Object> service() {
        Map<String, Object> service = node("PublicService", address + "#service");
        service.put("@context", context());
        service.put("identifier", standard.item());
        service.put("title", words(standard.name()));
        service.put("language", List.of(AUTHORITY_TABLES + "language/ZHO", AUTHORITY_TABLES + "language/ENG"));
        service.put("hasCompetentAuthority", authority());
        service.put("holdsRequirement", requirements());
        service.put(
                "hasInputType", evidenceUsed().stream().map(this::evidenceType).toList());
        service.put("hasInput", evidenceUsed().stream().map(this::evidence).toList());
        service.put("hasLegalResource", legalResources());
        service.put("follows", rule());
        service.put("contactPoint", contactPoint());
        service.put("processingTime", "P" + standard.decisionLimit().days() + "D");
        Guide guide = standard.guide();
        if (guide == null) {
            service.put("description", words(standard.name()));
        } else {
            service.put("description", words(guide.who()));
            service.put("hasChannel", channel(guide));
            service.put("produces", output(guide));
            service.put("hasCost", costs(guide));
        }
        return service;
    }

    /** The body is found by the registered residence, so the kind of body stands for it. */
    private Map<String, Object> authority() {
        String kind = standard.responsibility().kind();
        Map<String, Object> authority = node("PublicOrganisation", address + "#authority");
        authority.put("identifier", kind);
        authority.put("prefLabel", words(labels.of(kind)));
        authority.put("spatial", AUTHORITY_TABLES + "country/CHN");
        return authority;
    }

    private Map<String, Object> channel(Guide guide) {
        Map<String, Object> channel = node("Channel", address + "#where");
        channel.put("identifier", standard.item() + "-windows");
        channel.put("description", words(guide.where()));
        return channel;
    }

    private Map<String, Object> output(Guide guide) {
        Map<String, Object> output = node("Output", address + "#result");
        output.put("identifier", standard.item() + "-result");
        output.put("title", words(standard.name()));
        output.put("description", words(guide.result()));
        return output;
    }

    private List<Map<String, Object>> costs(Guide guide) {
        List<Map<String, Object>> costs = new ArrayList<>();
        for (Guide.Fee fee : guide.fees()) {
            Map<String, Object> cost = node("Cost", address + "#fee-" + (costs.size() + 1));
            cost.put("identifier", standard.item() + "-fee-" + (costs.size() + 1));
            cost.put("description", words(fee.name()));
            cost.put("hasValue", fee.amount().toPlainString());
            cost.put("currency", AUTHORITY_TABLES + "currency/" + fee.currency());
            costs.add(cost);
        }
        return costs;
    }

    /** Of several routes one suffices, which the vocabulary has no term for: each says so in its description. */
    private List<Map<String, Object>> requirements() {
        return standard.routes().stream().map(this::requirement).toList();
    }

    private Map<String, Object> requirement(Route route) {
        Map<String, Object> requirement = node("Requirement", address + "#route-" + route.id());
        requirement.put("identifier", route.id());
        requirement.put("title", words(route.name()));
        if (standard.routes().size() > 1) {
            requirement.put("description", words(PageWords.of("glance.one-route")));
        }
        requirement.put(
                "hasRequirement",
                route.criteria().stream()
                        .filter(Criterion::asked)
                        .map(this::requirement)
                        .toList());
        return requirement;
    }

    private Map<String, Object> requirement(Criterion criterion) {
        String id = address + "#criterion-" + criterion.id();
        Map<String, Object> requirement = node("Requirement", id);
        requirement.put("identifier", criterion.id());
        requirement.put("title", words(criterion.name()));
        requirement.put(
                "isDerivedFrom",
                Citations.of(criterion).stream()
                        .map(basis -> source(basis.id()))
                        .distinct()
                        .toList());
        requirement.put(
                "bibliographicCitation",
                Citations.of(criterion).stream()
                        .flatMap(basis -> citations(basis).stream())
                        .distinct()
                        .toList());
        List<Map<String, Object>> lists = new ArrayList<>();
        for (List<String> kinds : evidenceLists(criterion)) {
            Map<String, Object> list = node("EvidenceTypeList", id + "-" + (lists.size() + 1));
            list.put("identifier", criterion.id() + "-" + (lists.size() + 1));
            list.put("specifiesEvidenceType", kinds.stream().map(this::paper).toList());
            lists.add(list);
        }
        requirement.put("hasEvidenceTypeList", lists);
        return requirement;
    }

    private static List<List<String>> evidenceLists(Criterion criterion) {
        List<List<String>> lists = new ArrayList<>(evidenceLists(criterion.papers()));
        criterion.alternatives().forEach(alternative -> lists.addAll(evidenceLists(alternative.asked())));
        return lists.stream().distinct().toList();
    }

    private static List<List<String>> evidenceLists(Asked asked) {
        return switch (asked) {
            case Asked.Nothing nothing -> List.of();
            case Asked.Papers papers -> combined(papers.demands());
            case Asked.Choice choice -> choice.kinds().stream().map(List::of).toList();
            case Asked.Contracts contracts -> List.of(List.of(contracts.kind()));
        };
    }

    /** One list for each choice among the papers of which one suffices. */
    private static List<List<String>> combined(List<Demand> demands) {
        List<List<String>> lists = List.of(List.of());
        for (Demand demand : demands) {
            lists = lists.stream()
                    .flatMap(list -> demand.options().stream()
                            .map(option -> Stream.concat(list.stream(), Stream.of(option.kind()))
                                    .toList()))
                    .toList();
        }
        return lists;
    }

    /** The kinds of papers that some criterion asks for. */
    private List<String> evidenceUsed() {
        return standard.criteria().stream()
                .filter(Criterion::asked)
                .flatMap(criterion -> evidenceLists(criterion).stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private Map<String, Object> evidenceType(String kind) {
        Map<String, Object> type = node("EvidenceType", paper(kind));
        type.put("identifier", kind);
        type.put("title", words(standard.words().paper(kind).name()));
        return type;
    }

    private Map<String, Object> evidence(String kind) {
        Map<String, Object> evidence = node("Evidence", address + "#brought-" + kind);
        evidence.put("identifier", kind);
        evidence.put("title", words(standard.words().paper(kind).name()));
        evidence.put("conformsTo", paper(kind));
        return evidence;
    }

    /** The version of the standard, which the service follows. */
    private Map<String, Object> rule() {
        Map<String, Object> rule = node("Rule", address);
        rule.put("identifier", standard.item() + " " + standard.version() + " " + standard.digest());
        rule.put("title", words(standard.name()));
        rule.put("description", words(decisionLimit()));
        Map<String, Object> period = new LinkedHashMap<>(Map.of("type", "PeriodOfTime"));
        period.put("startDate", standard.inForceFrom().toString());
        if (standard.inForceUntil() != null) {
            period.put("endDate", standard.inForceUntil().toString());
        }
        rule.put("temporal", period);
        rule.put(
                "implements",
                standard.words().sources().keySet().stream().map(this::source).toList());
        return rule;
    }

    /** With its unit, which a duration of ISO 8601 has not. */
    private Text decisionLimit() {
        Limit limit = standard.decisionLimit();
        String unit = switch (limit.unit()) {
            case CALENDAR_DAY -> "limit.calendar-days";
            case WORKING_DAY -> "limit.working-days";
        };
        Text what = PageWords.of("limit.decision");
        Text colon = PageWords.of("colon");
        Text days = PageWords.of(unit).with(Map.of("0", Integer.toString(limit.days())));
        return new Text(what.zh() + colon.zh() + days.zh(), what.en() + colon.en() + days.en());
    }

    private Map<String, Object> contactPoint() {
        Map<String, Object> contact = node("ContactPoint", address + "#windows");
        contact.put("contactPage", surroundings.windowsFor(standard.item()));
        return contact;
    }

    private List<Map<String, Object>> legalResources() {
        List<Map<String, Object>> resources = new ArrayList<>();
        standard.words().sources().forEach((id, source) -> {
            Map<String, Object> resource = new LinkedHashMap<>();
            resource.put("id", source(id));
            resource.put("type", List.of("LegalResource", "ReferenceFramework"));
            resource.put("identifier", id);
            resource.put("title", words(source.title()));
            resource.put("inForceFrom", source.from().toString());
            if (source.until() != null) {
                resource.put("inForceUntil", source.until().toString());
            }
            resources.add(resource);
        });
        return resources;
    }

    private String source(String id) {
        return address + "#source-" + id;
    }

    private String paper(String kind) {
        return address + "#paper-" + kind;
    }

    private static Map<String, Object> node(String type, String id) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("type", type);
        node.put("id", id);
        return node;
    }

    private static Map<String, Object> words(Text text) {
        return Map.of("zh", text.zh(), "en", text.en());
    }

    private static List<Map<String, String>> citations(LegalBasis basis) {
        return List.of(
                Map.of(
                        "@language",
                        "zh",
                        "@value",
                        basis.source().zh() + basis.article().zh()),
                Map.of(
                        "@language",
                        "en",
                        "@value",
                        basis.source().en() + ", " + basis.article().en()));
    }

    /** The terms that are used, each with its address in the published vocabularies. */
    private static Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("id", "@id");
        context.put("type", "@type");
        context.put("cpsv", "http://purl.org/vocab/cpsv#");
        context.put("cv", "http://data.europa.eu/m8g/");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("dcat", "http://www.w3.org/ns/dcat#");
        context.put("eli", "http://data.europa.eu/eli/ontology#");
        context.put("skos", "http://www.w3.org/2004/02/skos/core#");
        context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        List.of("PublicService", "Rule").forEach(type -> context.put(type, "cpsv:" + type));
        List.of(
                        "Channel",
                        "ContactPoint",
                        "Cost",
                        "Evidence",
                        "EvidenceType",
                        "EvidenceTypeList",
                        "Output",
                        "PublicOrganisation",
                        "ReferenceFramework",
                        "Requirement")
                .forEach(type -> context.put(type, "cv:" + type));
        context.put("LegalResource", "eli:LegalResource");
        context.put("PeriodOfTime", "dct:PeriodOfTime");
        List.of("follows", "hasInput", "implements", "produces")
                .forEach(property -> context.put(property, linked("cpsv:" + property)));
        List.of(
                        "contactPage",
                        "contactPoint",
                        "currency",
                        "hasChannel",
                        "hasCompetentAuthority",
                        "hasCost",
                        "hasEvidenceTypeList",
                        "hasInputType",
                        "hasLegalResource",
                        "hasRequirement",
                        "holdsRequirement",
                        "isDerivedFrom",
                        "specifiesEvidenceType")
                .forEach(property -> context.put(property, linked("cv:" + property)));
        List.of("conformsTo", "language", "spatial", "temporal")
                .forEach(property -> context.put(property, linked("dct:" + property)));
        List.of("identifier", "bibliographicCitation").forEach(property -> context.put(property, "dct:" + property));
        List.of("title", "description").forEach(property -> context.put(property, inLanguages("dct:" + property)));
        context.put("prefLabel", inLanguages("skos:prefLabel"));
        context.put("processingTime", typed("cv:processingTime", "xsd:duration"));
        context.put("hasValue", typed("cv:hasValue", "xsd:double"));
        context.put("startDate", typed("dcat:startDate", "xsd:date"));
        context.put("endDate", typed("dcat:endDate", "xsd:date"));
        context.put("inForceFrom", typed("eli:first_date_entry_in_force", "xsd:date"));
        context.put("inForceUntil", typed("eli:date_no_longer_in_force", "xsd:date"));
        return context;
    }

    private static Map<String, String> linked(String address) {
        return typed(address, "@id");
    }

    private static Map<String, String> typed(String address, String type) {
        return Map.of("@id", address, "@type", type);
    }

    private static Map<String, String> inLanguages(String address) {
        return Map.of("@id", address, "@container", "@language");
    }
}
