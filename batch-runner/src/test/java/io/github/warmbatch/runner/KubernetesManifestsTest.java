package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The manifests as they stand: whole, known to the API, and in agreement with each other. */
final class KubernetesManifestsTest {
  private static final Path TOP = Path.of("kubernetes");
  private static final String KUSTOMIZATION = "kustomization.yaml";

  private final List<ClusterObject> base =
      yamls(TOP.resolve("base")).stream()
          .filter(file -> !file.endsWith(KUSTOMIZATION))
          .flatMap(file -> ClusterObject.in(file).stream())
          .toList();
  private final JobSpec job = find("Job/workload").as(Job.class).getSpec();
  private final PodSpec worker = job.getTemplate().getSpec();
  private final Container container = worker.getContainers().get(0);
  private final StatefulSet redis = find("StatefulSet/redis-leader").as(StatefulSet.class);

  private final Pod toolbox =
      ClusterObject.in(TOP.resolve("toolbox/toolbox.yaml")).get(0).as(Pod.class);

  private ClusterObject find(String id) {
    return ClusterObject.find(base, id);
  }

  private static List<Path> yamls(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Map<String, String> environment() {
    Map<String, String> values = new HashMap<>();
    for (EnvVar variable : container.getEnv()) {
      values.put(variable.getName(), Objects.requireNonNullElse(variable.getValue(), ""));
    }
    return values;
  }

  private String setting(String name) {
    return Objects.requireNonNull(environment().get(name));
  }

  /** The files that a kustomization takes, by the names that it gives them. */
  private static List<String> taken(ClusterObject kustomization) {
    List<String> names = new ArrayList<>();
    for (Object resource : list(kustomization, "resources")) {
      names.add((String) resource);
    }
    for (Object patch : list(kustomization, "patches")) {
      names.add((String) Objects.requireNonNull(((Map<?, ?>) patch).get("path")));
    }
    return names;
  }

  private static List<?> list(ClusterObject object, String field) {
    return (List<?>) object.fields().getOrDefault(field, List.of());
  }

  private static ClusterObject kustomization(Path directory) {
    return ClusterObject.in(directory.resolve(KUSTOMIZATION)).get(0);
  }

  private static List<Path> directories() {
    return yamls(TOP).stream()
        .filter(file -> file.endsWith(KUSTOMIZATION))
        .map(Path::getParent)
        .toList();
  }

  /** What a directory's resources amount to, those of its bases included. */
  private static List<String> resources(Path directory) {
    List<String> ids = new ArrayList<>();
    for (Object name : list(kustomization(directory), "resources")) {
      Path resource = directory.resolve((String) name).normalize();
      if (Files.isDirectory(resource)) {
        ids.addAll(resources(resource));
      } else {
        ClusterObject.in(resource).forEach(object -> ids.add(object.id()));
      }
    }
    return ids;
  }

  @Test
  void everyFileThatIsTakenIsThereAndEveryFileIsTaken() {
    assertThat(directories()).hasSize(7);
    for (Path directory : directories()) {
      List<String> taken = taken(kustomization(directory));
      assertThat(taken).allSatisfy(name -> assertThat(directory.resolve(name)).exists());
      assertThat(yamls(directory))
          .extracting(file -> file.getFileName().toString())
          .filteredOn(name -> !name.equals(KUSTOMIZATION))
          .as(directory.toString())
          .isSubsetOf(taken);
    }
  }

  @Test
  void everyPatchHasSomethingToPatch() {
    int patches = 0;
    for (Path directory : directories()) {
      for (Object patch : list(kustomization(directory), "patches")) {
        Path file = directory.resolve((String) ((Map<?, ?>) patch).get("path"));
        for (ClusterObject object : ClusterObject.in(file)) {
          assertThat(resources(directory)).as(file.toString()).contains(object.id());
          patches++;
        }
      }
    }
    assertThat(patches).isPositive();
  }

  @Test
  void everyFieldIsTheApis() {
    int objects = 0;
    for (Path file : yamls(TOP)) {
      for (ClusterObject object : ClusterObject.in(file)) {
        String version = String.valueOf(object.fields().get("apiVersion"));
        if (!version.startsWith("keda.sh/") && !version.startsWith("kustomize.config.k8s.io/")) {
          assertThat(object.parsed()).as(file + ": " + object.fields()).isPresent();
          objects++;
        }
      }
    }
    assertThat(objects).isGreaterThan(10);
  }

  @Test
  void noPodMayDoMoreThanItMust() {
    Hardening.check(worker);
    Hardening.check(redis.getSpec().getTemplate().getSpec());
    Hardening.check(toolbox.getSpec());
  }

  @Test
  void theToolboxReachesWhatTheWorkerReaches() {
    assertThat(toolbox.getMetadata().getLabels()).containsEntry("redis-client", "true");
    assertThat(toolbox.getSpec().getVolumes()).isEqualTo(worker.getVolumes());
    assertThat(toolbox.getSpec().getContainers().get(0).getVolumeMounts())
        .isEqualTo(container.getVolumeMounts());
    assertThat(container.getEnv()).containsAll(toolbox.getSpec().getContainers().get(0).getEnv());
  }

  @Test
  void aPodThatIsLostIsReplacedOneThatIsToldWrongIsNot() {
    List<PodFailurePolicyRule> rules = job.getPodFailurePolicy().getRules();

    assertThat(worker.getRestartPolicy()).isEqualTo("Never");
    assertThat(job.getPodReplacementPolicy()).isEqualTo("Failed");
    assertThat(rules.get(0).getAction()).isEqualTo("FailJob");
    assertThat(rules.get(0).getOnExitCodes().getContainerName()).isEqualTo(container.getName());
    assertThat(rules.get(0).getOnExitCodes().getOperator()).isEqualTo("In");
    assertThat(rules.get(0).getOnExitCodes().getValues())
        .containsExactly(
            ExitCode.USAGE.code(), ExitCode.DEAD_LETTERS.code(), ExitCode.REGRESSED.code());
    assertThat(rules.get(1).getAction()).isEqualTo("Ignore");
    assertThat(rules.get(1).getOnPodConditions().get(0).getType()).isEqualTo("DisruptionTarget");
    assertThat(job.getBackoffLimit()).isPositive();
    assertThat(job.getActiveDeadlineSeconds()).isPositive();
  }

  @Test
  void aReplacementHasTheIdentityOfThePodBeforeIt() {
    assertThat(job.getCompletionMode()).isEqualTo("Indexed");
    assertThat(job.getCompletions()).isEqualTo(1);
    assertThat(job.getParallelism()).isEqualTo(1);
    assertThat(environment()).containsEntry("WARMBATCH_WORKER_ID", "$(JOB_NAME)-$(JOB_INDEX)");
    List<String> names = container.getEnv().stream().map(EnvVar::getName).toList();
    assertThat(names)
        .as("a variable is known only below its own line")
        .containsSubsequence("JOB_NAME", "JOB_INDEX", "WARMBATCH_WORKER_ID")
        .containsSubsequence("REDIS_PASSWORD", "WARMBATCH_REDIS");
    assertThat(fieldOf("JOB_NAME")).isEqualTo("metadata.labels['batch.kubernetes.io/job-name']");
    assertThat(fieldOf("JOB_INDEX"))
        .isEqualTo("metadata.annotations['batch.kubernetes.io/job-completion-index']");
  }

  private String fieldOf(String variable) {
    return container.getEnv().stream()
        .filter(each -> each.getName().equals(variable))
        .map(each -> each.getValueFrom().getFieldRef().getFieldPath())
        .findAny()
        .orElseThrow();
  }

  @Test
  void everySettingIsAnOptionOfTheWorkerAndIsUnderstood() {
    Map<String, String> settings = environment();
    settings.keySet().removeIf(name -> !name.startsWith("WARMBATCH_"));
    Console console =
        new Console(System.out, System.err, settings, Path.of("/tmp").toAbsolutePath(), false);
    CommandLine parsed =
        CommandTree.of(console)
            .parseArgs(container.getArgs().toArray(String[]::new))
            .subcommand()
            .commandSpec()
            .commandLine();

    List<String> variables =
        parsed.getCommandSpec().options().stream()
            .flatMap(option -> EnvironmentDefaults.variable(option).stream())
            .toList();
    assertThat(variables).containsAll(settings.keySet());
    assertThat(parsed.getCommandName()).isEqualTo("worker");
    assertThat(option(parsed, "--hold-out")).isEqualTo("datasets/testing/test_dataset.pkl");
    assertThat(option(parsed, "--classes")).isEqualTo(List.of("0", "1", "2", "3"));
    assertThat(option(parsed, "--label")).isEqualTo("TX_FRAUD_SCENARIO");
    assertThat(option(parsed, "--queue")).isEqualTo("datasets");
  }

  private static Object option(CommandLine parsed, String name) {
    return parsed.getCommandSpec().findOption(name).getValue();
  }

  @Test
  void theKubeletWaitsLongerThanTheWorkerNeedsAndNoLongerThanASpotNode() {
    Duration grace = Durations.parse(setting("WARMBATCH_GRACE"));
    Duration needed = grace.plus(SignalHook.FAREWELL);
    Duration given = Duration.ofSeconds(worker.getTerminationGracePeriodSeconds());

    assertThat(needed).isLessThan(given);
    assertThat(given).isLessThanOrEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void theServiceLeadsToRedisAndTheWorkerToTheService() {
    Service service = find("Service/redis").as(Service.class);
    Container server = redis.getSpec().getTemplate().getSpec().getContainers().get(0);
    URI address = URI.create(setting("WARMBATCH_REDIS").replace("$(REDIS_PASSWORD)", "secret"));

    assertThat(redis.getSpec().getTemplate().getMetadata().getLabels())
        .containsAllEntriesOf(service.getSpec().getSelector())
        .containsAllEntriesOf(redis.getSpec().getSelector().getMatchLabels())
        .containsEntry("app", "redis");
    assertThat(redis.getSpec().getServiceName()).isEqualTo("redis");
    assertThat(service.getSpec().getPorts().get(0).getTargetPort().getStrVal())
        .isEqualTo(server.getPorts().get(0).getName());
    assertThat(address.getHost()).isEqualTo("redis");
    assertThat(address.getPort())
        .isEqualTo(service.getSpec().getPorts().get(0).getPort())
        .isEqualTo(server.getPorts().get(0).getContainerPort());
    assertThat(find("ConfigMap/redis-config").fields().toString())
        .contains("port " + address.getPort(), "appendonly yes", "maxmemory-policy noeviction");
  }

  @Test
  void onlyWhoSaysThatItTalksToRedisMay() {
    NetworkPolicy toRedis = find("NetworkPolicy/redis").as(NetworkPolicy.class);
    NetworkPolicy ofWorker = find("NetworkPolicy/workload").as(NetworkPolicy.class);
    Map<String, String> labels = job.getTemplate().getMetadata().getLabels();

    assertThat(toRedis.getSpec().getPodSelector().getMatchLabels()).containsEntry("app", "redis");
    assertThat(labels)
        .containsAllEntriesOf(ofWorker.getSpec().getPodSelector().getMatchLabels())
        .containsAllEntriesOf(
            toRedis
                .getSpec()
                .getIngress()
                .get(0)
                .getFrom()
                .get(0)
                .getPodSelector()
                .getMatchLabels());
    assertThat(ofWorker.getSpec().getIngress()).isEmpty();
    assertThat(ofWorker.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
  }

  @Test
  void bothMountTheTutorialsClaimWhereTheDataRootIs() {
    for (PodSpec pod : List.of(worker, redis.getSpec().getTemplate().getSpec())) {
      Volume volume =
          pod.getVolumes().stream()
              .filter(each -> each.getPersistentVolumeClaim() != null)
              .findAny()
              .orElseThrow();
      assertThat(volume.getPersistentVolumeClaim().getClaimName()).isEqualTo("fileserver-claim");
      assertThat(pathOf(pod, volume.getName())).isEqualTo("/mnt/fileserver");
    }
    assertThat(environment()).containsEntry("WARMBATCH_DATA_ROOT", "/mnt/fileserver");
  }

  private static String pathOf(PodSpec pod, String volume) {
    return pod.getContainers().get(0).getVolumeMounts().stream()
        .filter(mount -> mount.getName().equals(volume))
        .map(VolumeMount::getMountPath)
        .findAny()
        .orElseThrow();
  }

  @Test
  void theProbeLooksAtTheFileThatTheWorkerKeepsYoung() {
    String file = environment().get("WARMBATCH_PROGRESS_FILE");
    List<String> probe = container.getLivenessProbe().getExec().getCommand();

    assertThat(file).startsWith(pathOf(worker, "tmp") + "/");
    assertThat(probe.get(2)).contains("find " + file + " -mmin -2");
    assertThat(ProgressFile.INTERVAL.multipliedBy(5)).isLessThan(Duration.ofMinutes(2));
  }
}
