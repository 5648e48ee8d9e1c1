package io.github.warmbatch.runner;

import io.github.warmbatch.BatchWorker;
import io.github.warmbatch.BatchWorkerBuilder;
import io.github.warmbatch.RunSummary;
import io.github.warmbatch.training.Trainers;
import io.github.warmbatch.training.WarmStartTrainer;
import java.time.Duration;
import java.util.Map;

/** Puts a worker together from what the command line says, and runs it. */
final class WorkerAssembly {
  /** What the builder calls them, and what the command line does. */
  private static final Map<String, String> OPTIONS =
      Map.of(
          "ignoring", "--ignore",
          "allowLeak", "--allow-leak",
          "entities", "--entity",
          "classes", "--classes",
          "positives", "--positive",
          "gate", "--on-regression stop",
          "label", "--label");

  private WorkerAssembly() {}

  /** The builder with what the model is bound to. */
  static BatchWorkerBuilder builder(ModelOptions options) {
    return BatchWorker.builder()
        .trainer(trainer(options))
        .label(options.label)
        .ignoring(options.ignore.toArray(String[]::new))
        .allowLeak(options.allowLeak.toArray(String[]::new))
        .entities(options.entity.toArray(String[]::new))
        .classes(classes(options))
        .positives(options.positive.toArray(String[]::new))
        .seed(options.seed);
  }

  /** Builds the worker, runs it to its end, and says by which code to exit. */
  static int run(BatchWorkerBuilder builder, SignalHook signals, Duration grace)
      throws InterruptedException {
    BatchWorker worker = build(builder);
    signals.guard(
        new SignalHook.Stoppable() {
          @Override
          public Duration timeLeft() {
            return worker.timeLeft().orElse(Duration.ZERO);
          }

          @Override
          public void stop() {
            worker.stop();
          }

          @Override
          public void stopNow() {
            worker.stopNow();
          }
        },
        grace);
    return signals.finished(exitCode(worker.run()).code());
  }

  static ExitCode exitCode(RunSummary summary) {
    return switch (summary.outcome()) {
      case STOPPED -> ExitCode.STOPPED;
      case REGRESSED -> ExitCode.REGRESSED;
      case DRAINED -> summary.isClean() ? ExitCode.DONE : ExitCode.DEAD_LETTERS;
    };
  }

  private static BatchWorker build(BatchWorkerBuilder builder) {
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new UsageException(inOptions(String.valueOf(e.getMessage())), e);
    }
  }

  private static WarmStartTrainer<?> trainer(ModelOptions options) {
    try {
      return Trainers.installed().create(options.trainer, options.trainerOptions);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--trainer %s: %s".formatted(options.trainer, e.getMessage()), e);
    }
  }

  private static String[] classes(ModelOptions options) {
    long distinct = options.classes.stream().distinct().count();
    if (distinct < options.classes.size()) {
      throw new UsageException("--classes names a class twice: " + options.classes);
    }
    return options.classes.toArray(String[]::new);
  }

  private static String inOptions(String message) {
    int colon = message.indexOf(':');
    String option = colon < 0 ? null : OPTIONS.get(message.substring(0, colon));
    return option == null ? message : option + message.substring(colon);
  }
}
