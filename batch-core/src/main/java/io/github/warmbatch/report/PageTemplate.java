package io.github.warmbatch.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Properties;

/**
 * The page without its data: one file that loads nothing. Its scripts and styles are named by
 * digest in its content security policy, so that a browser runs no other, whatever the data hold.
 */
final class PageTemplate {
  private static final String CHARTS = "/META-INF/resources/webjars/uplot/";
  private static final String CHARTS_VERSION =
      "/META-INF/maven/org.webjars.npm/uplot/pom.properties";
  private static final String DATA = "{{data}}";

  private final String before;
  private final String after;

  private PageTemplate(String page) {
    int data = page.indexOf(DATA);
    this.before = page.substring(0, data);
    this.after = page.substring(data + DATA.length());
  }

  /** The template, put together from its parts on the class path. */
  static PageTemplate load() {
    String charts = CHARTS + version() + "/";
    String chartScript = text(charts + "dist/uPlot.iife.min.js").strip();
    String chartStyle = text(charts + "dist/uPlot.min.css").strip();
    String script = text("report.js");
    String style = text("report.css");
    return new PageTemplate(
        text("report.html")
            .replace("{{script-hashes}}", hash(chartScript) + " " + hash(script))
            .replace("{{style-hashes}}", hash(chartStyle) + " " + hash(style))
            .replace("{{chart-licence}}", text(charts + "LICENSE").strip())
            .replace("{{chart-script}}", chartScript)
            .replace("{{chart-style}}", chartStyle)
            .replace("{{page-script}}", script)
            .replace("{{page-style}}", style));
  }

  /** The page's bytes with data that are JSON. */
  byte[] with(CharSequence json) {
    return (before + quoted(json.toString()) + after).getBytes(UTF_8);
  }

  /** The same JSON without a character that could end the element it stands in. */
  private static String quoted(String json) {
    return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = open(CHARTS_VERSION)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }

  private static String text(String resource) {
    try (InputStream in = open(resource)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = PageTemplate.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException("not on the class path: " + resource);
    }
    return in;
  }

  private static String hash(String content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
