package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The recipe of the image, as far as it can be checked without a container engine. */
final class ContainerFilesTest {
  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
  private static final Path CONTAINER = Path.of("container").toAbsolutePath();

  /** The instructions, each on one line, without comments. */
  private static List<String> instructions() throws IOException {
    String text =
        Files.readString(CONTAINER.resolve("Dockerfile"))
            .replaceAll("(?m)^#.*\n", "")
            .replaceAll("\\\\\n\\s*", "");
    return text.lines().filter(line -> !line.isBlank()).toList();
  }

  private static String only(String instruction) throws IOException {
    List<String> found =
        instructions().stream().filter(line -> line.startsWith(instruction + " ")).toList();
    assertThat(found).as(instruction).hasSize(1);
    return found.get(0);
  }

  private static List<String> copiedFromTheContext() throws IOException {
    List<String> sources = new ArrayList<>();
    for (String line : instructions()) {
      if (line.startsWith("COPY ") && !line.contains("--from=")) {
        List<String> words = Arrays.asList(line.split(" +"));
        sources.addAll(words.subList(1, words.size() - 1));
      }
    }
    return sources;
  }

  @Test
  void whatIsCopiedIsThereAndReachesTheBuilder() throws IOException {
    List<String> sources = copiedFromTheContext();
    List<String> sent = Files.readAllLines(CONTAINER.resolve("Dockerfile.dockerignore"));

    assertThat(sources).hasSizeGreaterThan(5);
    assertThat(sources).allSatisfy(source -> assertThat(TOP.resolve(source)).exists());
    assertThat(sent).contains("*").containsAll(sources.stream().map(name -> "!" + name).toList());
  }

  @Test
  void everyModuleOfTheBuildIsCopied() throws IOException {
    String build = Files.readString(TOP.resolve("pom.xml"));
    List<String> modules =
        build
            .lines()
            .filter(line -> line.contains("<module>"))
            .map(line -> line.replaceAll("\\s*</?module>", ""))
            .toList();

    assertThat(modules).isNotEmpty();
    assertThat(String.join("\n", copiedFromTheContext())).contains(modules);
  }

  @Test
  void theBasesAreArgumentsAndTheCacheIsMadeByTheMachineThatUsesIt() throws IOException {
    List<String> stages = instructions().stream().filter(line -> line.startsWith("FROM ")).toList();

    assertThat(stages)
        .containsExactly(
            "FROM --platform=$BUILDPLATFORM ${BUILD_IMAGE} AS build",
            "FROM ${RUN_IMAGE} AS cache",
            "FROM ${RUN_IMAGE}");
    assertThat(instructions())
        .anyMatch(line -> line.startsWith("ARG BUILD_IMAGE="))
        .anyMatch(line -> line.startsWith("ARG RUN_IMAGE="));
    String made =
        instructions().stream()
            .filter(line -> line.contains("-XX:AOTCacheOutput="))
            .findAny()
            .orElseThrow();
    String cache = made.replaceAll(".*-XX:AOTCacheOutput=(\\S+) .*", "$1");
    String started = Files.readString(CONTAINER.resolve("warmbatch"));
    assertThat(only("ENTRYPOINT")).isEqualTo("ENTRYPOINT [\"/app/warmbatch\"]");
    assertThat(started)
        .contains("-XX:AOTCache=" + cache + " ", "-jar /app/batch-runner.jar \"$@\"");
    assertThat(made).contains("-jar /app/batch-runner.jar quickstart");
    assertThat(started).contains(made.replaceAll(".*(-XX:\\+Use\\w+GC).*", "$1"));
  }

  @Test
  void itRunsAsTheUserOfTheManifestsAndNotAsRoot() throws IOException {
    ClusterObject job = ClusterObject.in(Path.of("kubernetes/base/workload.yaml")).get(0);
    long user = job.pods().orElseThrow().getSpec().getSecurityContext().getRunAsUser();
    long group = job.pods().orElseThrow().getSpec().getSecurityContext().getRunAsGroup();

    assertThat(only("USER")).isEqualTo("USER %d:%d".formatted(user, group));
  }

  @Test
  void itsHealthIsTheAgeOfTheFileThatTheWorkerWrites() throws IOException {
    String file = only("ENV").replaceAll(".*WARMBATCH_PROGRESS_FILE=(\\S+).*", "$1");

    assertThat(only("HEALTHCHECK")).contains("find " + file + " -mmin -2");
  }

  @Test
  void cloudBuildTakesTheSameRecipeAndFillsWhatItNeeds() {
    ClusterObject build = ClusterObject.in(CONTAINER.resolve("cloudbuild.yaml")).get(0);
    Map<?, ?> substitutions =
        (Map<?, ?>) Objects.requireNonNull(build.fields().get("substitutions"));
    String steps = String.valueOf(build.fields().get("steps"));

    assertThat(steps).contains("--file=batch-runner/container/Dockerfile");
    for (String name : List.of("_IMAGE", "_TAG", "_PLATFORMS")) {
      assertThat(steps).contains("${" + name + "}");
      assertThat(substitutions.containsKey(name)).as(name).isTrue();
    }
  }
}
