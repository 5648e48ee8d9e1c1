package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code kubectl kustomize} makes of the overlays. */
final class RenderedOverlaysTest {
  private static final Map<String, List<ClusterObject>> RENDERED = new HashMap<>();

  @BeforeAll
  static void requireKubectl() {
    assumeTrue(version() >= 5, "there is no kubectl with kustomize 5 or newer");
  }

  private static int version() {
    try {
      String text = run("kubectl", "version", "--client");
      return text.lines()
          .filter(line -> line.startsWith("Kustomize Version: v"))
          .map(line -> line.replaceAll("^.*v(\\d+)\\..*$", "$1"))
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  private static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor()).as(text).isZero();
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts this test", e);
    }
    return text;
  }

  private static List<ClusterObject> rendered(String overlay) {
    return RENDERED.computeIfAbsent(
        overlay,
        name -> {
          try {
            return ClusterObject.in(
                run("kubectl", "kustomize", Path.of("kubernetes/overlays", name).toString()));
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static JobSpec job(String overlay, String id) {
    return ClusterObject.find(rendered(overlay), id).job().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gke-filestore", "local", "kueue", "keda", "cronjob"})
  void everyObjectIsWhatTheApiKnowsAndNoPodMayDoMoreThanItMust(String overlay) {
    List<ClusterObject> objects = rendered(overlay);

    assertThat(objects).extracting(ClusterObject::id).doesNotHaveDuplicates();
    assertThat(objects)
        .allSatisfy(
            object -> {
              if (!String.valueOf(object.fields().get("apiVersion")).startsWith("keda.sh/")) {
                assertThat(object.parsed()).as(object.id()).isPresent();
              }
              object.pods().ifPresent(pods -> Hardening.check(pods.getSpec()));
              object
                  .pods()
                  .ifPresent(
                      pods ->
                          assertThat(pods.getSpec().getContainers().get(0).getImage())
                              .as("an image of a version of its own")
                              .contains(":")
                              .doesNotEndWith(":latest"));
            });
    assertThat(objects.stream().filter(object -> object.pods().isPresent()).count())
        .isGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gke-filestore", "local", "kueue", "keda", "cronjob"})
  void theWorkerIsTheSameInAll(String overlay) {
    List<ClusterObject> base = ClusterObject.in(Path.of("kubernetes/base/workload.yaml"));
    JobSpec expected = base.get(0).as(Job.class).getSpec();
    JobSpec found =
        rendered(overlay).stream()
            .filter(object -> object.id().endsWith("ob/workload"))
            .findAny()
            .flatMap(ClusterObject::job)
            .orElseThrow();

    assertThat(found.getPodFailurePolicy()).isEqualTo(expected.getPodFailurePolicy());
    assertThat(found.getCompletionMode()).isEqualTo("Indexed");
    PodSpec pod = found.getTemplate().getSpec();
    assertThat(pod.getContainers().get(0).getEnv())
        .isEqualTo(expected.getTemplate().getSpec().getContainers().get(0).getEnv());
    assertThat(found.getTemplate().getMetadata().getLabels())
        .containsEntry("app", "workload")
        .containsEntry("redis-client", "true");
    assertThat(pod.getNodeSelector().getOrDefault("cloud.google.com/gke-spot", "false"))
        .isEqualTo(overlay.equals("local") ? "false" : "true");
    assertThat(pod.getTolerations()).hasSize(overlay.equals("local") ? 0 : 1);
    assertThat(pod.getContainers().get(0).getImage()).contains("warmbatch");
  }

  @Test
  void onFilestoreTheClaimIsBoundToTheTutorialsVolume() {
    PersistentVolume volume =
        ClusterObject.find(rendered("gke-filestore"), "PersistentVolume/fileserver")
            .as(PersistentVolume.class);
    PersistentVolumeClaim claim =
        ClusterObject.find(rendered("gke-filestore"), "PersistentVolumeClaim/fileserver-claim")
            .as(PersistentVolumeClaim.class);

    assertThat(claim.getSpec().getVolumeName()).isEqualTo("fileserver");
    assertThat(claim.getSpec().getStorageClassName())
        .isEqualTo(volume.getSpec().getStorageClassName())
        .isEmpty();
    assertThat(claim.getSpec().getAccessModes())
        .isEqualTo(volume.getSpec().getAccessModes())
        .containsExactly("ReadWriteMany");
    assertThat(volume.getSpec().getMountOptions())
        .contains("hard", "lookupcache=pos")
        .doesNotContain("soft");
    assertThat(volume.getSpec().getNfs().getPath()).isEqualTo("/NFSVol");
    assertThat(volume.getSpec().getPersistentVolumeReclaimPolicy()).isEqualTo("Retain");
  }

  @Test
  void locallyAPasswordAndAnImageAreThere() {
    assertThat(rendered("local")).extracting(ClusterObject::id).contains("Secret/redis-password");
    assertThat(
            job("local", "Job/workload").getTemplate().getSpec().getContainers().get(0).getImage())
        .isEqualTo("warmbatch:local");
  }

  @Test
  void kueueStartsAJobThatWaitsInItsQueue() {
    Job job = ClusterObject.find(rendered("kueue"), "Job/workload").as(Job.class);

    assertThat(job.getSpec().getSuspend()).isTrue();
    assertThat(job.getMetadata().getLabels())
        .containsEntry("kueue.x-k8s.io/queue-name", "workload-queue");
  }

  @Test
  void kedaStartsOneWorkerByTheLengthOfTheList() {
    ClusterObject scaled = ClusterObject.find(rendered("keda"), "ScaledJob/workload");
    Map<?, ?> spec = (Map<?, ?>) Objects.requireNonNull(scaled.fields().get("spec"));

    assertThat(rendered("keda")).extracting(ClusterObject::id).doesNotContain("Job/workload");
    assertThat(spec.get("maxReplicaCount")).isEqualTo(1);
    assertThat(spec.get("scalingStrategy")).isEqualTo(Map.of("strategy", "default"));
    assertThat(String.valueOf(spec.get("triggers")))
        .contains("listName=datasets", "listLength=1", "address=redis.", ":6379");
    assertThat(ClusterObject.find(rendered("keda"), "NetworkPolicy/redis").fields().toString())
        .contains("kubernetes.io/metadata.name=keda");
  }

  @Test
  void aNightThatIsStillAtWorkIsNotJoinedByTheNext() {
    CronJob cron = ClusterObject.find(rendered("cronjob"), "CronJob/workload").as(CronJob.class);

    assertThat(rendered("cronjob")).extracting(ClusterObject::id).doesNotContain("Job/workload");
    assertThat(cron.getSpec().getConcurrencyPolicy()).isEqualTo("Forbid");
    assertThat(cron.getSpec().getTimeZone()).isNotEmpty();
  }
}
