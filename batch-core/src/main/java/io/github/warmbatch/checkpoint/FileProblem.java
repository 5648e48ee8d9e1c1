package io.github.warmbatch.checkpoint;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says what the exceptions of {@code java.nio.file} leave to their class's name. */
final class FileProblem {
  private FileProblem() {}

  static String describe(IOException problem) {
    if (problem instanceof AccessDeniedException) {
      return "permission denied (" + problem.getMessage() + ")";
    }
    if (problem instanceof NoSuchFileException) {
      return "no such file or directory (" + problem.getMessage() + ")";
    }
    if (problem instanceof NotDirectoryException) {
      return "not a directory (" + problem.getMessage() + ")";
    }
    return problem.getMessage() == null ? problem.toString() : problem.getMessage();
  }
}
