package io.github.warmbatch.runner;

import io.github.warmbatch.ConfigurationException;
import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.CheckpointRefusedException;
import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.queue.QueueException;
import io.github.warmbatch.queue.QueueRefusedException;
import io.github.warmbatch.report.ViewException;
import io.github.warmbatch.training.TrainingException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Turns what was thrown into one line for people and an exit code. */
final class Failures {
  private final Console console;

  Failures(Console console) {
    this.console = console;
  }

  /** Prints what happened and returns the code to exit with. */
  int report(Throwable failure) {
    if (failure instanceof OutputClosedException) {
      return ExitCode.DONE.code();
    }
    console.tell("warmbatch: " + Secrets.hide(describe(failure)));
    if (Logging.isDebug()) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      console.err().print(Secrets.hide(trace.toString()));
    } else if (!isForeseen(failure)) {
      console.tell("For the stack trace run it again with --log debug.");
    }
    return codeOf(failure).code();
  }

  static ExitCode codeOf(Throwable failure) {
    if (failure instanceof UsageException
        || failure instanceof ConfigurationException
        || failure instanceof QueueRefusedException
        || failure instanceof CheckpointRefusedException
        || failure instanceof DatasetException
        || failure instanceof TrainingException) {
      return ExitCode.USAGE;
    }
    if (failure instanceof QueueException || failure instanceof InterruptedException) {
      return ExitCode.STOPPED;
    }
    return ExitCode.UNEXPECTED;
  }

  private static boolean isForeseen(Throwable failure) {
    return codeOf(failure) != ExitCode.UNEXPECTED
        || failure instanceof CheckpointException
        || failure instanceof ViewException
        || failure instanceof UncheckedIOException;
  }

  private static String describe(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return "out of memory; give it more: WARMBATCH_JAVA_OPTS=-Xmx2g, or java -Xmx2g -jar …";
    }
    String message = Objects.requireNonNullElse(failure.getMessage(), "");
    if (isForeseen(failure) && !message.isEmpty()) {
      return message;
    }
    return "unexpected "
        + failure.getClass().getSimpleName()
        + (message.isEmpty() ? "" : ": " + message);
  }
}
