package io.github.warmbatch.runner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * A jar of a few test classes: a JVM shares the classes of jars with others, not of directories.
 */
final class ClassesJar {
  private ClassesJar() {}

  /** Writes these classes, and those declared in them. */
  static Path write(Path jar, Class<?>... classes) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Class<?> each : classes) {
        add(out, each);
      }
    }
    return jar;
  }

  private static void add(JarOutputStream out, Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is not on the class path");
      }
      out.putNextEntry(new JarEntry(name));
      in.transferTo(out);
    }
    for (Class<?> inner : type.getDeclaredClasses()) {
      add(out, inner);
    }
  }
}
