package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recipe of the image, as far as it can be checked without a container engine. */
final class ContainerFilesTest {
  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
  private static final Path CONTAINER = Path.of("container").toAbsolutePath();

  @TempDir private Path directory;

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
  void itsHealthIsLookedAtByTheScriptThatIsCopied() throws IOException {
    assertThat(only("HEALTHCHECK")).endsWith("CMD [\"/app/health\"]");
    assertThat(copiedFromTheContext()).contains("batch-runner/container/health");
  }

  @ParameterizedTest
  @CsvSource({
    "java -jar /app/batch-runner.jar worker, new, 0",
    "java -jar /app/batch-runner.jar worker, old, 1",
    "java -jar /app/batch-runner.jar worker, missing, 1",
    "/sbin/docker-init -- /app/warmbatch worker --wait, old, 1",
    "java -jar /app/batch-runner.jar status --watch, missing, 0",
    "java -jar /app/batch-runner.jar enqueue worker, missing, 0",
    "sleep 3600, missing, 0"
  })
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a POSIX shell script")
  void aWorkerIsWellAsLongAsItsFileIsYoungAndAnyOtherCommandAsLongAsItRuns(
      String command, String file, int expected) throws Exception {
    Path progress = directory.resolve("progress");
    if (!file.equals("missing")) {
      Files.createFile(progress);
      Duration age = file.equals("old") ? Duration.ofMinutes(10) : Duration.ZERO;
      Files.setLastModifiedTime(progress, FileTime.from(Instant.now().minus(age)));
    }
    Path process = Files.writeString(directory.resolve("cmdline"), command.replace(' ', '\0'));

    Ended ended =
        run(
            Map.of("WARMBATCH_PROGRESS_FILE", progress.toString()),
            CONTAINER.resolve("health").toString(),
            process.toString());

    assertThat(ended.code()).as(ended.text()).isEqualTo(expected);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a POSIX shell script")
  void whereThereIsNoPodmanItsVerificationSaysSoAndIsSkipped() throws Exception {
    Path tools = Files.createDirectory(directory.resolve("bin"));
    for (String name : List.of("dirname", "cat")) {
      Path tool = tools.resolve(name);
      Files.writeString(tool, "#!/bin/sh\nexec %s \"$@\"\n".formatted(tool(name)));
      assertThat(tool.toFile().setExecutable(true)).isTrue();
    }
    Map<String, String> noPodman = Map.of("PATH", tools.toString());
    String verify = CONTAINER.resolve("verify").toString();

    assertThat(run(noPodman, verify))
        .isEqualTo(new Ended(77, "skip everything: there is no podman on the PATH\n"));
    assertThat(run(noPodman, verify, "--help").text()).contains("Exit codes:", "  77  ");
    assertThat(run(noPodman, verify, "--none").code()).isEqualTo(2);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a POSIX shell script")
  void itsVerificationReadsTheManifestsAsTheApiDoes() throws Exception {
    Path manifest = Path.of("kubernetes/base/workload.yaml");
    Container container =
        ClusterObject.in(manifest).get(0).pods().orElseThrow().getSpec().getContainers().get(0);

    Ended ended =
        run(
            Map.of(),
            "-c",
            "exec \"$0\" Job/workload < \"$1\"",
            CONTAINER.resolve("manifest-values").toString(),
            manifest.toString());

    assertThat(ended.code()).as(ended.text()).isZero();
    String path = "spec.template.spec.containers.0.";
    assertThat(ended.text().lines())
        .contains(
            path + "args.0=worker",
            path + "resources.limits.memory=" + container.getResources().getLimits().get("memory"),
            path
                + "livenessProbe.exec.command.2="
                + container.getLivenessProbe().getExec().getCommand().get(2))
        .containsAll(
            container.getEnv().stream()
                .filter(variable -> variable.getValue() != null)
                .map(
                    variable ->
                        "%senv.%d.value=%s"
                            .formatted(
                                path, container.getEnv().indexOf(variable), variable.getValue()))
                .toList());
  }

  private record Ended(int code, String text) {}

  private static Ended run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh"));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), text);
  }

  private static Path tool(String name) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .map(each -> Path.of(each, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
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
