package io.tongban.deploy;

import static io.tongban.deploy.CompleteChart.complete;
import static io.tongban.deploy.CompleteChart.encrypted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChartTests {

    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private final Helm chart = CompleteChart.helm();

    @Test
    void lints() {
        LintResult result = chart.lint().strict().call();

        assertThat(result.isFailed()).describedAs("%s", result.getMessages()).isFalse();
    }

    @Test
    void rendersAllServicesWithoutAFieldThatKubernetesDoesNotKnow() {
        List<HasMetadata> objects = objects(withJobs());

        assertThat(objects.stream().map(HasMetadata::getKind).distinct())
                .containsExactlyInAnyOrder(
                        "ConfigMap",
                        "Deployment",
                        "Job",
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "Role",
                        "RoleBinding",
                        "Service",
                        "ServiceAccount");
        assertThat(objects).hasSize(6 * CompleteChart.SERVICES.size() + 2 + 3);
        assertThat(objects)
                .allSatisfy(object -> assertThat(unknownFields(object)).isEmpty());
    }

    @Test
    void theSearchForUnknownFieldsBites() {
        HasMetadata misspelt = YAML.unmarshal("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: a}
                spec:
                  template:
                    spec:
                      containers:
                        - name: a
                          livenessProb: {}
                """);

        assertThat(unknownFields(misspelt)).containsExactly("/spec/template/spec/containers/0/livenessProb");
    }

    @Test
    void everyPodIsConfined() {
        assertThat(of(Deployment.class, complete()))
                .hasSize(CompleteChart.SERVICES.size())
                .allSatisfy(deployment -> {
                    PodSpec pod = deployment.getSpec().getTemplate().getSpec();
                    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
                    assertThat(pod.getSecurityContext().getSeccompProfile().getType())
                            .isEqualTo("RuntimeDefault");
                    assertThat(pod.getAutomountServiceAccountToken())
                            .isEqualTo(deployment.getMetadata().getName().endsWith("gateway"));
                    assertThat(pod.getServiceAccountName())
                            .isEqualTo(deployment.getMetadata().getName());
                    Container container = pod.getContainers().getFirst();
                    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                            .isTrue();
                    assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                            .isFalse();
                    assertThat(container.getSecurityContext().getCapabilities().getDrop())
                            .containsExactly("ALL");
                    assertThat(container.getResources().getRequests()).containsOnlyKeys("cpu", "memory");
                    assertThat(container.getResources().getLimits()).containsOnlyKeys("cpu", "memory");
                    assertThat(Stream.of(
                                    container.getReadinessProbe(),
                                    container.getLivenessProbe(),
                                    container.getStartupProbe()))
                            .allSatisfy(probe -> assertThat(
                                            probe.getHttpGet().getPort().getStrVal())
                                    .isEqualTo("management"));
                    assertThat(container.getReadinessProbe().getHttpGet().getPath())
                            .isNotEqualTo(
                                    container.getLivenessProbe().getHttpGet().getPath());
                    assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
                            .containsEntry("tongban.io/lane", "shared")
                            .containsAllEntriesOf(
                                    deployment.getSpec().getSelector().getMatchLabels());
                });
        assertThat(of(Service.class, complete()))
                .allSatisfy(service -> assertThat(service.getSpec().getPorts().stream()
                                .map(port -> port.getTargetPort().getStrVal()))
                        .containsExactly("http"));
    }

    @Test
    void secretsAreOnlyReferredTo() {
        String rendered = complete().call();

        assertThat(rendered).doesNotContain("kind: Secret").doesNotContainPattern("(?i)password: +\\S");
        assertThat(of(Deployment.class, complete())
                        .filter(deployment ->
                                !deployment.getMetadata().getName().endsWith("gateway")))
                .hasSize(3)
                .allSatisfy(deployment -> assertThat(deployment
                                .getSpec()
                                .getTemplate()
                                .getSpec()
                                .getContainers()
                                .getFirst()
                                .getEnv())
                        .isNotEmpty()
                        .allSatisfy(variable -> {
                            assertThat(variable.getValue()).isNull();
                            assertThat(variable.getValueFrom().getSecretKeyRef().getName())
                                    .isNotEmpty();
                        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"permit-service", "insurance-adapter", "community-service"})
    void aJobMigratesBeforeThePodsAndAloneKnowsTheOwner(String service) {
        Job job = of(Job.class, withJobs())
                .filter(migrate -> migrate.getMetadata().getName().equals("tongban-" + service + "-migrate"))
                .findFirst()
                .orElseThrow();

        PodSpec pod = job.getSpec().getTemplate().getSpec();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        Container container = pod.getContainers().getFirst();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getArgs()).containsExactly("migrate");
        Deployment deployment = of(Deployment.class, complete())
                .filter(running -> running.getMetadata().getName().equals("tongban-" + service))
                .findFirst()
                .orElseThrow();
        Container running =
                deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
        assertThat(container.getImage()).isEqualTo(running.getImage());
        assertThat(secrets(container))
                .contains(
                        "SPRING_DATASOURCE_USERNAME=" + service + "-database/username",
                        "SPRING_FLYWAY_USER=" + service + "-owner/username",
                        "SPRING_FLYWAY_PASSWORD=" + service + "-owner/password");
        assertThat(secrets(running))
                .contains("SPRING_DATASOURCE_PASSWORD=" + service + "-database/password")
                .noneMatch(secret ->
                        secret.contains("FLYWAY") || secret.contains("MIGRATION") || secret.contains("-owner/"));
    }

    @Test
    void theOwnerOfTheSignedHeadsIsToldToTheJobOfItsServiceAlone() {
        assertThat(of(Job.class, withJobs())
                        .filter(job -> secrets(job.getSpec()
                                        .getTemplate()
                                        .getSpec()
                                        .getContainers()
                                        .getFirst())
                                .contains("TONGBAN_MIGRATION_SCHEMAS_WITNESS_PASSWORD=permit-service-witness/password"))
                        .map(job -> job.getMetadata().getName()))
                .containsExactly("tongban-permit-service-migrate");
        assertThat(of(Deployment.class, complete()).map(YAML::asYaml))
                .noneMatch(deployment -> deployment.contains("witness"));
    }

    @Test
    void theJobsRunBeforeAnyPodOfTheReleaseStarts() throws IOException {
        Map<?, ?> values = YAML.unmarshal(Files.readString(Path.of("helm", "tongban", "values.yaml")), Map.class);

        assertThat(values.get("migrationJob"))
                .isEqualTo(Map.of(
                        "annotations",
                        Map.of(
                                "helm.sh/hook", "pre-install,pre-upgrade",
                                "helm.sh/hook-delete-policy", "before-hook-creation")));
        assertThat(of(Job.class, complete()))
                .as("hooks are no part of what is rendered")
                .isEmpty();
    }

    private static List<String> secrets(Container container) {
        return container.getEnv().stream()
                .filter(variable -> variable.getValueFrom() != null)
                .map(variable -> variable.getName() + "="
                        + variable.getValueFrom().getSecretKeyRef().getName() + "/"
                        + variable.getValueFrom().getSecretKeyRef().getKey())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "insurance-adapter, permit-service",
        "permit-service, gateway community-service",
        "community-service, gateway permit-service",
    })
    void aServiceIsReachedByItsCallersOnly(String service, String callers) {
        List<NetworkPolicyIngressRule> rules = policy(service).getSpec().getIngress();

        assertThat(policy(service).getSpec().getPolicyTypes()).containsExactly("Ingress");
        assertThat(rules).singleElement().satisfies(rule -> {
            assertThat(rule.getPorts())
                    .singleElement()
                    .satisfies(port -> assertThat(port.getPort().getStrVal()).isEqualTo("http"));
            assertThat(rule.getFrom().stream()
                            .map(peer -> Objects.requireNonNull(peer.getPodSelector()))
                            .map(LabelSelector::getMatchLabels)
                            .map(labels -> labels.get("app.kubernetes.io/name")))
                    .containsExactlyInAnyOrder(callers.split(" ", -1));
        });
    }

    @Test
    void theManagementPortIsClosedUnlessMonitoringIsNamed() {
        assertThat(policy("gateway").getSpec().getIngress())
                .singleElement()
                .satisfies(
                        rule -> assertThat(rule.getPorts().getFirst().getPort().getStrVal())
                                .isEqualTo("http"));

        assertThat(of(NetworkPolicy.class, complete().set("monitoringNamespace", "monitoring")))
                .allSatisfy(policy -> assertThat(policy.getSpec().getIngress().getLast())
                        .satisfies(rule -> {
                            assertThat(rule.getPorts().getFirst().getPort().getStrVal())
                                    .isEqualTo("management");
                            assertThat(rule.getFrom()
                                            .getFirst()
                                            .getNamespaceSelector()
                                            .getMatchLabels())
                                    .containsValue("monitoring");
                        }));
    }

    @Test
    void anIngressNamespaceClosesTheGatewayToAllOthers() {
        List<NetworkPolicy> policies = of(NetworkPolicy.class, complete().set("ingressNamespace", "ingress"))
                .filter(policy -> policy.getMetadata().getName().endsWith("gateway"))
                .toList();

        assertThat(policies.getFirst().getSpec().getIngress().getFirst().getFrom())
                .hasSize(1);
    }

    @Test
    void aLaneCanHaveAPoolOfItsOwn() {
        assertThat(of(Deployment.class, complete().set("lane", "city")))
                .allSatisfy(deployment -> assertThat(
                                deployment.getSpec().getSelector().getMatchLabels())
                        .containsEntry("tongban.io/lane", "city"));
    }

    @Test
    void onlyTheGatewayMayAskKubernetesAndOnlyForEndpointSlices() {
        assertThat(of(Role.class, complete()))
                .singleElement()
                .satisfies(role -> assertThat(role.getRules()).singleElement().satisfies(rule -> {
                    assertThat(rule.getApiGroups()).containsExactly("discovery.k8s.io");
                    assertThat(rule.getResources()).containsExactly("endpointslices");
                    assertThat(rule.getVerbs()).containsExactly("get", "list", "watch");
                }));
        assertThat(of(RoleBinding.class, complete().withNamespace("hangzhou")))
                .singleElement()
                .satisfies(binding -> {
                    assertThat(binding.getRoleRef().getKind()).isEqualTo("Role");
                    assertThat(binding.getRoleRef().getName()).isEqualTo("tongban-gateway");
                    assertThat(binding.getSubjects()).singleElement().satisfies(subject -> {
                        assertThat(subject.getKind()).isEqualTo("ServiceAccount");
                        assertThat(subject.getName()).isEqualTo("tongban-gateway");
                        assertThat(subject.getNamespace()).isEqualTo("hangzhou");
                    });
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared", "city"})
    void theGatewayFindsThePodsOfPermitServiceInEveryLaneAndNoOthers(String lane) {
        Map<String, String> selector = Stream.of(settings("gateway", complete())
                        .get("TONGBAN_REPLICAS_SELECTOR")
                        .split(",", -1))
                .map(label -> label.split("=", 2))
                .collect(Collectors.toMap(label -> label[0], label -> label[1]));

        assertThat(of(Service.class, complete().set("lane", lane))
                        .filter(service ->
                                service.getMetadata().getLabels().entrySet().containsAll(selector.entrySet())))
                .singleElement()
                .satisfies(service -> {
                    assertThat(service.getMetadata().getName()).isEqualTo("tongban-permit-service");
                    assertThat(service.getSpec().getPorts())
                            .anySatisfy(port -> assertThat(port.getName()).isEqualTo("http"));
                });
    }

    @Test
    void withoutTheComparisonNobodyMayAskKubernetes() {
        Supplier<TemplateCommand> without = () -> complete().set("replicaComparison.enabled", "false");

        assertThat(objects(without.get()).stream().map(HasMetadata::getKind)).doesNotContain("Role", "RoleBinding");
        assertThat(settings("gateway", without.get())).doesNotContainKey("TONGBAN_REPLICAS_SELECTOR");
        assertThat(of(Deployment.class, without.get()))
                .allSatisfy(deployment -> assertThat(
                                deployment.getSpec().getTemplate().getSpec().getAutomountServiceAccountToken())
                        .isFalse());
    }

    @Test
    void alertsAreInstalledWhereTheyAreAskedFor() {
        assertThat(complete().call()).doesNotContain("PrometheusRule");

        GenericKubernetesResource rule = of(
                        GenericKubernetesResource.class,
                        complete().set("alerts.enabled", "true").set("alerts.labels.release", "prometheus"))
                .findFirst()
                .orElseThrow();
        assertThat(rule.getKind()).isEqualTo("PrometheusRule");
        assertThat(rule.getMetadata().getLabels()).containsEntry("release", "prometheus");
        JsonNode rules = JsonMapper.shared()
                .readTree(YAML.asJson(rule))
                .path("spec")
                .path("groups")
                .path(0)
                .path("rules");
        assertThat(rules.valueStream())
                .extracting(
                        alert -> alert.path("alert").asString(),
                        alert -> alert.path("for").asString())
                .containsExactly(
                        tuple("TongbanStandardsDiffer", "1m"),
                        tuple("TongbanStandardNotLoaded", "1m"),
                        tuple("TongbanStandardsNotCompared", "5m"));
        assertThat(rules.valueStream().map(alert -> alert.path("expr").asString()))
                .satisfiesExactly(
                        differ -> assertThat(differ).contains("(tongban_standards_replicas_differing) > 0"),
                        unloadable -> assertThat(unloadable).contains("(tongban_standards_not_loaded) > 0"),
                        notCompared -> assertThat(notCompared)
                                .contains(
                                        "tongban_standards_replicas{state=\"known\"}",
                                        "tongban_standards_replicas{state=\"answering\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "TongbanLedgerBroken, tongban_ledger_findings_total",
        "TongbanCaseNotAsRecorded, tongban_ledger_cases_differing_total",
        "TongbanLedgersNotVerified, tongban_ledger_rounds_total",
        "TongbanLedgersNotVerified, tongban_ledger_not_verified_total"
    })
    void aBrokenLedgerIsAnAlert(String name, String metric) {
        GenericKubernetesResource rule = of(
                        GenericKubernetesResource.class, complete().set("alerts.enabled", "true"))
                .findFirst()
                .orElseThrow();
        JsonNode alerts = JsonMapper.shared()
                .readTree(YAML.asJson(rule))
                .path("spec")
                .path("groups")
                .path(1)
                .path("rules");

        assertThat(alerts.valueStream()
                        .filter(alert -> alert.path("alert").asString().equals(name)))
                .singleElement()
                .satisfies(alert -> assertThat(alert.path("expr").asString()).contains(metric + "[2d]"));
    }

    @Test
    void withTlsEveryServiceShowsItsCertificateAndIsCalledByItsName() {
        assertThat(of(ConfigMap.class, encrypted()))
                .hasSize(CompleteChart.SERVICES.size())
                .allSatisfy(settings -> assertThat(settings.getData())
                        .containsEntry("TONGBAN_NETWORK_ENCRYPTED", "false")
                        .containsEntry("SERVER_SSL_BUNDLE", "server")
                        .containsEntry("SPRING_SSL_BUNDLE_PEM_SERVER_KEYSTORE_CERTIFICATE", "/etc/tongban/tls/tls.crt")
                        .containsEntry("TONGBAN_TLS_TRUSTED_CERTIFICATES", "/etc/tongban/tls/ca.crt"));
        assertThat(of(Deployment.class, encrypted())).allSatisfy(deployment -> {
            PodSpec pod = deployment.getSpec().getTemplate().getSpec();
            assertThat(pod.getVolumes().getLast().getSecret().getSecretName())
                    .isEqualTo(deployment.getMetadata().getName().replace("tongban-", "") + "-certificate");
            assertThat(pod.getContainers().getFirst().getVolumeMounts().getLast())
                    .satisfies(mount -> {
                        assertThat(mount.getMountPath()).isEqualTo("/etc/tongban/tls");
                        assertThat(mount.getSubPath())
                                .as("a single file would not be renewed")
                                .isNull();
                    });
        });
        assertThat(CompleteChart.SERVICES.stream()
                        .flatMap(service -> settings(service, encrypted()).values().stream())
                        .filter(value -> value.contains("://tongban-")))
                .containsExactlyInAnyOrder(
                        "https://tongban-permit-service:8080",
                        "https://tongban-permit-service:8080",
                        "https://tongban-community-service:8080",
                        "https://tongban-insurance-adapter:8080",
                        "https://tongban-community-service:8080/.well-known/jwks.json");
        assertThat(complete().call()).doesNotContain("SERVER_SSL", "/etc/tongban/tls", "https://tongban-");
    }

    @Test
    void certManagerMakesACertificateInTheNameOfEachService() {
        Supplier<TemplateCommand> issued = () -> complete()
                .withNamespace("hangzhou")
                .set("tls.enabled", "true")
                .set("tls.certManager.issuer", "city")
                .set("tls.certManager.kind", "ClusterIssuer");

        List<JsonNode> certificates = of(GenericKubernetesResource.class, issued.get())
                .map(certificate -> JsonMapper.shared().readTree(YAML.asJson(certificate)))
                .toList();
        assertThat(certificates).hasSize(CompleteChart.SERVICES.size()).allSatisfy(certificate -> {
            assertThat(certificate.path("kind").asString()).isEqualTo("Certificate");
            assertThat(certificate.at("/spec/issuerRef/kind").asString()).isEqualTo("ClusterIssuer");
            assertThat(certificate.at("/spec/dnsNames/0").asString())
                    .isEqualTo(certificate.at("/metadata/name").asString());
        });
        assertThat(of(Service.class, issued.get())
                        .map(service -> service.getMetadata().getName()))
                .as("the names under which services are called")
                .containsExactlyInAnyOrderElementsOf(certificates.stream()
                        .map(certificate -> certificate.at("/spec/dnsNames/0").asString())
                        .toList());
        assertThat(of(Deployment.class, issued.get())
                        .map(deployment -> deployment
                                .getSpec()
                                .getTemplate()
                                .getSpec()
                                .getVolumes()
                                .getLast()
                                .getSecret()
                                .getSecretName()))
                .containsExactlyInAnyOrderElementsOf(certificates.stream()
                        .map(certificate -> certificate.at("/spec/secretName").asString())
                        .toList());
        assertThat(of(GenericKubernetesResource.class, encrypted())).isEmpty();
    }

    @Test
    void whatHasNoDefaultIsAskedForByName() {
        assertThatThrownBy(() -> chart.template().withName("tongban").call()).hasMessageContaining("set ");
        assertThatThrownBy(() -> complete().set("issuer", "").call()).hasMessageContaining("set issuer");
        assertThatThrownBy(() -> complete().set("networkEncrypted", "false").call())
                .hasMessageContaining("set networkEncrypted")
                .hasMessageContaining("or set tls.enabled");
        assertThatThrownBy(
                        () -> encrypted().set("services.gateway.tlsSecret", "").call())
                .hasMessageContaining("set services.gateway.tlsSecret");
        assertThatThrownBy(() ->
                        complete().set("services.permit-service.keysSecret", "").call())
                .hasMessageContaining("set services.permit-service.keysSecret");
        assertThatThrownBy(() -> complete()
                        .set("services.permit-service.migration.ownerSecret", "")
                        .call())
                .hasMessageContaining("set services.permit-service.migration.ownerSecret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services.insurance-adapter.callers[0]=gateway",
                "services.gateway.replicas=0",
                "services.gateway.replica=2",
                "services.unknown.replicas=1",
                "services.gateway.env.lower-case=x",
                "services.gateway.migration.ownerSecret=x",
                "services.permit-service.migration.owner=x",
                "services.gateway.resources.limits.memory=lots",
                "lane=village",
                "issuer=id.example",
                "isuer=https://id.example",
                "replicaComparison.enabled=maybe",
                "replicaComparison.selector=",
                "alerts.enable=true",
                "tls.enabled=always",
                "tls.certManager.kind=Authority",
                "services.gateway.tls=x",
            })
    void theSchemaRefusesWhatCannotBeMeant(String value) {
        String[] assignment = value.split("=", 2);

        assertThatThrownBy(() -> complete().set(assignment[0], assignment[1]).call())
                .hasMessageContaining("schema");
    }

    /** With what is otherwise a hook, which is not rendered with the rest. */
    private TemplateCommand withJobs() {
        return complete().set("migrationJob.annotations.helm\\.sh/hook", "null");
    }

    private NetworkPolicy policy(String service) {
        return of(NetworkPolicy.class, complete())
                .filter(policy -> policy.getMetadata().getName().equals("tongban-" + service))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> settings(String service, TemplateCommand command) {
        return of(ConfigMap.class, command)
                .filter(settings -> settings.getMetadata().getName().endsWith(service))
                .findFirst()
                .orElseThrow()
                .getData();
    }

    private static <T> Stream<T> of(Class<T> type, TemplateCommand command) {
        return objects(command).stream().filter(type::isInstance).map(type::cast);
    }

    private static List<HasMetadata> objects(TemplateCommand command) {
        return Stream.of(command.call().split("(?m)^---$", -1))
                .filter(document -> document.contains("kind:"))
                .<HasMetadata>map(YAML::unmarshal)
                .toList();
    }

    /** The places of all fields that the object's type does not have. */
    private static List<String> unknownFields(HasMetadata object) {
        return unknown("", object).toList();
    }

    private static Stream<String> unknown(String place, @Nullable Object node) {
        return switch (node) {
            case null -> Stream.empty();
            case Map<?, ?> map ->
                map.entrySet().stream().flatMap(entry -> unknown(place + "/" + entry.getKey(), entry.getValue()));
            case List<?> list ->
                IntStream.range(0, list.size()).boxed().flatMap(i -> unknown(place + "/" + i, list.get(i)));
            default ->
                node.getClass().getName().startsWith("io.fabric8.")
                        ? Arrays.stream(node.getClass().getDeclaredFields())
                                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                                .flatMap(field -> unknown(place, node, field))
                        : Stream.empty();
        };
    }

    private static Stream<String> unknown(String place, Object node, Field field) {
        try {
            field.setAccessible(true);
            Object value = field.get(node);
            return field.getName().equals("additionalProperties") && value instanceof Map<?, ?> extra
                    ? extra.keySet().stream().map(name -> place + "/" + name)
                    : unknown(place + "/" + field.getName(), value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
