package io.github.warmbatch.runner;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * An object of a manifest, as it stands there, and as the Kubernetes API knows it.
 *
 * @param fields what stands there
 */
record ClusterObject(Map<String, Object> fields) {
  /** Kinds of Kubernetes itself, by API version and kind; others are left as they are. */
  private static final Map<String, Class<?>> KINDS =
      Map.of(
          "v1/ConfigMap", ConfigMap.class,
          "v1/Secret", Secret.class,
          "v1/Service", Service.class,
          "v1/Pod", Pod.class,
          "v1/PersistentVolume", PersistentVolume.class,
          "v1/PersistentVolumeClaim", PersistentVolumeClaim.class,
          "apps/v1/StatefulSet", StatefulSet.class,
          "batch/v1/Job", Job.class,
          "batch/v1/CronJob", CronJob.class,
          "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class);

  /** Reads the API's objects, and refuses a field that the API does not have. */
  private static final ObjectMapper STRICT =
      new ObjectMapper()
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated member) {
                  return false;
                }
              });

  static List<ClusterObject> in(Path file) {
    try {
      return in(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  static List<ClusterObject> in(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    List<ClusterObject> objects = new ArrayList<>();
    for (Object document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
      objects.add(new ClusterObject((Map<String, Object>) document));
    }
    return objects;
  }

  /** One of its kind and name. */
  static ClusterObject find(List<ClusterObject> objects, String kindAndName) {
    return objects.stream()
        .filter(object -> object.id().equals(kindAndName))
        .findAny()
        .orElseThrow(() -> new AssertionError("no " + kindAndName));
  }

  String kind() {
    return String.valueOf(fields.get("kind"));
  }

  /** Such as {@code Service/redis}. */
  String id() {
    return kind() + "/" + ((Map<?, ?>) Objects.requireNonNull(fields.get("metadata"))).get("name");
  }

  /**
   * As an object of the API.
   *
   * @throws IllegalArgumentException when a field is not the API's, or not of its type
   */
  <T> T as(Class<T> type) {
    return STRICT.convertValue(fields, type);
  }

  /** As the object of the API that it says it is; empty where it is another's. */
  Optional<Object> parsed() {
    return Optional.ofNullable(KINDS.get(fields.get("apiVersion") + "/" + kind())).map(this::as);
  }

  /** How it runs Jobs, where it does. */
  Optional<JobSpec> job() {
    Object parsed = parsed().orElse(null);
    if (parsed instanceof Job job) {
      return Optional.of(job.getSpec());
    }
    if (parsed instanceof CronJob cron) {
      return Optional.of(cron.getSpec().getJobTemplate().getSpec());
    }
    if (kind().equals("ScaledJob")) {
      Map<?, ?> spec = (Map<?, ?>) Objects.requireNonNull(fields.get("spec"));
      return Optional.of(STRICT.convertValue(spec.get("jobTargetRef"), JobSpec.class));
    }
    return Optional.empty();
  }

  /** The pods that it makes, where it makes some. */
  Optional<PodTemplateSpec> pods() {
    return parsed()
        .filter(StatefulSet.class::isInstance)
        .map(parsed -> ((StatefulSet) parsed).getSpec().getTemplate())
        .or(() -> job().map(JobSpec::getTemplate));
  }
}
