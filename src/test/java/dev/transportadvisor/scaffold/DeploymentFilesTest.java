package dev.transportadvisor.scaffold;

import static dev.transportadvisor.dist.Packed.isOnPath;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.Finished;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v1.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files that a bot is deployed with, against the types of the API and what linters demand. */
class DeploymentFilesTest {

    private static final String BASE = "deploy/kubernetes/base/";

    private static final String SCALER = "deploy/kubernetes/overlays/production/horizontal-pod-autoscaler.yaml";

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "Deployment", Deployment.class,
            "Ingress", Ingress.class,
            "NetworkPolicy", NetworkPolicy.class,
            "PodDisruptionBudget", PodDisruptionBudget.class,
            "Service", Service.class,
            "ServiceAccount", ServiceAccount.class);

    /** Refuses what the API does not know; the types themselves keep it. */
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(MapperConfig<?> config, Annotated member) {
                    return false;
                }
            })
            .build();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"socket-mode", "events-api"})
    void everyFieldIsOneOfTheApi(String transport) throws Exception {
        Map<String, HasMetadata> objects = objects(bot(transport, 2));

        Set<String> expected = transport.equals("socket-mode")
                ? Set.of("Deployment", "NetworkPolicy", "PodDisruptionBudget", "ServiceAccount")
                : KINDS.keySet();
        assertEquals(expected, objects.keySet());
        objects.values().forEach(object -> {
            assertEquals("deploy-bot", object.getMetadata().getName());
            assertEquals(Map.of("app.kubernetes.io/name", "deploy-bot"), object.getMetadata().getLabels());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket-mode", "events-api"})
    void theProcessMayDoNoMoreThanItMust(String transport) throws Exception {
        PodSpec pod = deployment(bot(transport, 2)).getSpec().getTemplate().getSpec();
        Container bot = pod.getContainers().get(0);

        assertEquals(false, pod.getAutomountServiceAccountToken());
        assertEquals(true, pod.getSecurityContext().getRunAsNonRoot());
        assertTrue(pod.getSecurityContext().getRunAsUser() > 10_000);
        assertTrue(pod.getSecurityContext().getRunAsGroup() > 10_000);
        assertEquals("RuntimeDefault", pod.getSecurityContext().getSeccompProfile().getType());
        assertEquals(true, bot.getSecurityContext().getReadOnlyRootFilesystem());
        assertEquals(false, bot.getSecurityContext().getAllowPrivilegeEscalation());
        assertEquals(List.of("ALL"), bot.getSecurityContext().getCapabilities().getDrop());
        assertEquals(Set.of("memory", "ephemeral-storage"), bot.getResources().getLimits().keySet());
        assertTrue(bot.getResources().getRequests().keySet().containsAll(Set.of("cpu", "memory")));
        assertEquals("/readyz", bot.getReadinessProbe().getHttpGet().getPath());
        assertEquals("/livez", bot.getLivenessProbe().getHttpGet().getPath());
        assertEquals("deploy-bot", bot.getEnvFrom().get(0).getSecretRef().getName());
        assertEquals(transport, bot.getEnv().get(0).getValue());
        assertTrue(pod.getTerminationGracePeriodSeconds() > 30);
    }

    /** Ten sockets are all that an app may hold, those of an update included. */
    @ParameterizedTest
    @CsvSource({"1, 1, 0", "9, 1, 0", "10, 0, 1"})
    void anUpdateNeverPassesTenSockets(int replicas, int surge, int unavailable) throws Exception {
        var spec = deployment(bot("socket-mode", replicas)).getSpec();

        assertEquals(replicas, spec.getReplicas());
        assertEquals(new IntOrString(surge), spec.getStrategy().getRollingUpdate().getMaxSurge());
        assertEquals(new IntOrString(unavailable), spec.getStrategy().getRollingUpdate().getMaxUnavailable());
        assertTrue(replicas + surge <= 10);
    }

    @Test
    void overHttpAPodServesOnWhileItIsTakenOut() throws Exception {
        Container bot = deployment(bot("events-api", 12)).getSpec().getTemplate().getSpec().getContainers().get(0);

        assertEquals(List.of("sleep", "5"), bot.getLifecycle().getPreStop().getExec().getCommand());
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket-mode", "events-api"})
    void theBaseHoldsWhatLiesInIt(String transport) throws Exception {
        Map<String, String> bot = bot(transport, 2);
        Set<String> resources = Set.copyOf(texts(YAML.readTree(bot.get(BASE + "kustomization.yaml")).get("resources")));

        assertEquals(
                bot.keySet().stream()
                        .filter(path -> path.startsWith(BASE) && !path.endsWith("kustomization.yaml"))
                        .map(path -> path.substring(BASE.length()))
                        .collect(Collectors.toSet()),
                resources);
    }

    @ParameterizedTest
    @CsvSource({"socket-mode, staging", "socket-mode, production", "events-api, staging", "events-api, production"})
    void theOverlaysBuild(String transport, String overlay) throws Exception {
        assumeTrue(isOnPath("kubectl"), "Skipped: needs kubectl");
        write(bot(transport, 3));

        Finished build = Finished.run(
                folder, Map.of(), 60, List.of("kubectl", "kustomize", "deploy/kubernetes/overlays/" + overlay));

        assertEquals(0, build.status(), build.err());
        assertTrue(build.out().contains("image: registry.example.com/deploy-bot:1.0.0"), build.out());
        assertTrue(build.out().contains(overlay.equals("staging") ? "replicas: 1\n" : "replicas: 3\n"), build.out());
    }

    /** Ten sockets are the most there may be, and without a database no process knows what another one handled. */
    @ParameterizedTest
    @CsvSource({"socket-mode, inbox, false", "events-api, metrics, false", "events-api, inbox, true"})
    void anAutoscalerAddsProcessesWhereAnyNumberCanBe(String transport, String feature, boolean scales)
            throws Exception {
        Map<String, String> bot = bot(transport, 12, Set.of("kubernetes", feature));

        assertEquals(scales, bot.containsKey(SCALER));
        if (scales) {
            HorizontalPodAutoscaler scaler = YAML.readValue(bot.get(SCALER), HorizontalPodAutoscaler.class);
            assertEquals(12, scaler.getSpec().getMinReplicas());
            assertEquals(24, scaler.getSpec().getMaxReplicas());
            assertEquals("deploy-bot", scaler.getSpec().getScaleTargetRef().getName());
        }
    }

    /** Else each new version would set the number back. */
    @Test
    void whereAnAutoscalerSaysHowManyNobodyElseDoes() throws Exception {
        assumeTrue(isOnPath("kubectl"), "Skipped: needs kubectl");
        write(bot("events-api", 3, Set.of("kubernetes", "inbox")));

        Finished build = Finished.run(
                folder, Map.of(), 60, List.of("kubectl", "kustomize", "deploy/kubernetes/overlays/production"));

        assertEquals(0, build.status(), build.err());
        assertTrue(build.out().contains("kind: HorizontalPodAutoscaler"), build.out());
        assertFalse(build.out().contains("\n  replicas:"), build.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket-mode", "events-api"})
    void yamllintHasNothingToSay(String transport) throws Exception {
        assumeTrue(isOnPath("yamllint"), "Skipped: needs yamllint");
        write(bot(transport, 2, Set.of("kubernetes", "cloud-run", "metrics", "inbox")));

        assertEquals(new Finished(0, "", ""), yamllint());
    }

    private Finished yamllint() throws Exception {
        String rules = "{extends: default, rules: {document-start: disable, line-length: {max: 120}, truthy:"
                + " {check-keys: false}}}";
        return Finished.run(
                folder, Map.of(), 60, List.of("yamllint", "--strict", "--config-data", rules, "deploy", ".github"));
    }

    /** Java has none. */
    static List<Template> templatesForLambda() {
        return Bots.ALL.stream().filter(template -> template.featureIds().contains("lambda")).toList();
    }

    @ParameterizedTest
    @MethodSource("templatesForLambda")
    void yamllintHasNothingToSayOfAFunction(Template template) throws Exception {
        assumeTrue(isOnPath("yamllint"), "Skipped: needs yamllint");
        Selection selection = Bots.over(template, "events-api", Set.of("lambda"));
        Map<String, String> bot = Bots.texts(Scaffolder.scaffold(template, template.own(), selection));
        write(bot);

        assertTrue(bot.containsKey("deploy/lambda/template.yaml"), bot.keySet()::toString);
        assertFalse(bot.containsKey("Dockerfile"));
        assertEquals(new Finished(0, "", ""), yamllint());
    }

    /** The rules' own tests, which a bot's CI runs, too. */
    @Test
    void theAlertsFireWhenTheyShould() throws Exception {
        assumeTrue(isOnPath("promtool"), "Skipped: needs promtool");
        write(bot("socket-mode", 2));

        List<String> command = List.of("promtool", "test", "rules", "alerts.test.yaml");
        Finished test = Finished.run(folder.resolve("deploy/metrics"), Map.of(), 60, command);

        assertEquals(0, test.status(), test.out() + test.err());
    }

    static List<Template> templatesWithMetrics() {
        return Bots.ALL.stream().filter(template -> template.featureIds().contains("metrics")).toList();
    }

    /** Every figure that a rule or a panel asks for is one that the bot has. */
    @ParameterizedTest
    @MethodSource("templatesWithMetrics")
    void rulesAndPanelsAskForWhatThereIs(Template template) {
        Selection selection = Bots.over(template, "socket-mode", Set.of("metrics"));
        Map<String, String> bot = Bots.texts(Scaffolder.scaffold(template, template.own(), selection));
        String code = bot.entrySet().stream()
                .filter(file -> file.getKey().matches(".*/?feature/metrics/[^.]*\\.(java|js|py)"))
                .filter(file -> !file.getKey().contains("test"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
        Set<String> figures = Pattern.compile("[\"'](slack_bot_\\w+)[\"']").matcher(code).results()
                .map(figure -> figure.group(1))
                .collect(Collectors.toSet());

        assertEquals(5, figures.size());
        for (String file : List.of("alerts.yaml", "dashboard.json", "README.md")) {
            Set<String> asked = Pattern.compile("slack_bot_\\w+")
                    .matcher(bot.get("deploy/metrics/" + file))
                    .results()
                    .map(figure -> figure.group().replaceFirst("_bucket$", ""))
                    .collect(Collectors.toSet());
            asked.removeAll(figures);
            assertEquals(Set.of(), asked, file);
        }
    }

    /** A service is a pod with two fields more. */
    @ParameterizedTest
    @CsvSource({"socket-mode, 2, 2", "events-api, 1, 2"})
    void aServiceOfCloudRunKeepsItsCpu(String transport, String least, String most) throws Exception {
        JsonNode service = YAML.readTree(bot(transport, 2).get("deploy/cloud-run/service.yaml"));
        JsonNode template = service.get("spec").get("template");
        JsonNode annotations = template.get("metadata").get("annotations");
        ObjectNode spec = (ObjectNode) template.get("spec");
        spec.remove(List.of("containerConcurrency", "timeoutSeconds"));

        assertEquals("serving.knative.dev/v1", service.get("apiVersion").asString());
        assertEquals("false", annotations.get("run.googleapis.com/cpu-throttling").asString());
        assertEquals(least, annotations.get("autoscaling.knative.dev/minScale").asString());
        assertEquals(most, annotations.get("autoscaling.knative.dev/maxScale").asString());
        Container container = YAML.treeToValue(spec, PodSpec.class).getContainers().get(0);
        assertEquals(
                transport.equals("socket-mode") ? "SLACK_APP_TOKEN" : "SLACK_SIGNING_SECRET",
                container.getEnv().get(2).getName());
        assertEquals("/readyz", container.getStartupProbe().getHttpGet().getPath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket-mode", "events-api"})
    void whatKeepsDeliveriesHasADatabase(String transport) throws Exception {
        Map<String, String> bot = bot(transport, 2, Set.of("kubernetes", "cloud-run", "inbox"));

        NetworkPolicy policy = (NetworkPolicy) objects(bot).get("NetworkPolicy");
        assertTrue(policy.getSpec().getEgress().stream()
                .flatMap(rule -> rule.getPorts().stream())
                .anyMatch(port -> port.getPort().equals(new IntOrString(5432))));
        assertTrue(bot.get("deploy/cloud-run/service.yaml").contains("- name: DATABASE_URL"));
    }

    @ParameterizedTest
    @CsvSource({"metrics, optional", "kubernetes, required", "cloud-run, required"})
    void whereNoFileOutlivesTheProcessADatabaseIsRequired(String feature, String expected) throws Exception {
        Properties database = new Properties();
        database.load(new StringReader(bot("events-api", 2, Set.of("inbox", feature))
                .get("src/main/resources/org/acme/bot/feature/inbox/inbox.properties")));

        assertEquals(expected, database.getProperty("database-url"));
    }

    private static Map<String, String> bot(String transport, int replicas) {
        return bot(transport, replicas, Set.of("kubernetes", "cloud-run", "metrics"));
    }

    private static Map<String, String> bot(String transport, int replicas, Set<String> features) {
        ProjectSpec spec = new ProjectSpec("deploy-bot", "org.acme.bot", "Says hello", "Chosen.", replicas);
        Selection selection = Bots.over(Bots.JAVA, transport, features);
        return Bots.texts(Scaffolder.scaffold(Bots.JAVA, spec, selection));
    }

    private static Deployment deployment(Map<String, String> bot) throws Exception {
        return (Deployment) objects(bot).get("Deployment");
    }

    private static Map<String, HasMetadata> objects(Map<String, String> bot) throws Exception {
        Map<String, HasMetadata> objects = new TreeMap<>();
        for (Map.Entry<String, String> file : bot.entrySet()) {
            if (file.getKey().startsWith(BASE) && !file.getKey().endsWith("kustomization.yaml")) {
                String kind = YAML.readTree(file.getValue()).get("kind").asString();
                objects.put(kind, YAML.readValue(file.getValue(), KINDS.get(kind)));
            }
        }
        return objects;
    }

    private static List<String> texts(JsonNode list) {
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1).map(i -> list.get(i).asString()).toList();
    }

    private void write(Map<String, String> bot) throws Exception {
        for (Map.Entry<String, String> file : bot.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
