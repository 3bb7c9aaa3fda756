package dev.attune.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Stage;
import dev.attune.systemtests.check.Logged;
import dev.attune.systemtests.check.Shown;
import dev.attune.systemtests.client.EventStream;
import dev.attune.systemtests.client.StreamEvent;
import dev.attune.systemtests.fixture.Attune;
import dev.attune.systemtests.fixture.Case;
import dev.attune.systemtests.fixture.Clinic;
import dev.attune.systemtests.fixture.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The machine goes down while the system writes. What of scores, alerts and the stages' stores was
 * not on the disk yet is gone, while the broker's note of what was handled is there.
 */
class PowerLossIT {
  private static final Duration WITHIN = Duration.ofSeconds(60);
  private static final String NOTICED = "The machine went down";

  @TempDir private Path onDisk;

  @Test
  void what_was_lost_is_made_again_and_nobody_is_told_twice() {
    try (Attune attune = Attune.start()) {
      var clinic = new Clinic(attune);
      Clinic.Therapist therapist = clinic.therapist();
      Case early = therapist.newCase();
      clinic.postSeries(early, Case.STRAINED);
      isRepaired(therapist, 1);
      copyDerived(data(attune), onDisk);
      Case late = therapist.newCase();
      clinic.postSeries(late, Case.STRAINED);
      isRepaired(therapist, 2);
      List<StreamEvent> told = told(therapist);

      attune.stop();
      losePower(attune);
      attune.restart();

      assertThat(attune.console()).containsOnlyOnce(NOTICED);
      for (Case about : List.of(early, late)) {
        Eventually.holdsWithin(
            WITHIN,
            () -> {
              var log =
                  Shown.onLog(
                      ofEpisode(attune.log().scores(clinic.tenant()), about),
                      ofEpisode(attune.log().alertsAndMarks(clinic.tenant()), about));
              assertThat(attune.log().scores(clinic.tenant())).hasSize(2 * Case.STRAINED.size());
              assertThat(log.differences(clinic.shown(therapist, about))).isEmpty();
            });
      }
      isRepaired(therapist, 2);
      assertThat(told(therapist)).isEqualTo(told);

      attune.stop();
      attune.restart();

      assertThat(attune.console()).as("made again twice").doesNotContain(NOTICED);
    }
  }

  private static <T> List<Logged<T>> ofEpisode(List<Logged<T>> log, Case about) {
    return log.stream()
        .filter(logged -> logged.key().split("/", 3)[1].equals(about.episode()))
        .toList();
  }

  private static void isRepaired(Clinic.Therapist therapist, int alerts) {
    Eventually.holdsWithin(
        WITHIN,
        () -> assertThat(therapist.all("/v1/alerts?status=REPAIRED", "alerts")).hasSize(alerts));
  }

  private static List<StreamEvent> told(Clinic.Therapist therapist) {
    int expected = 2 * (Case.STRAINED.size() + 3);
    try (EventStream stream = therapist.listen(0L)) {
      Eventually.holdsWithin(WITHIN, () -> assertThat(stream.events()).hasSize(expected));
      return List.copyOf(stream.events());
    }
  }

  private void losePower(Attune attune) {
    Path data = data(attune);
    try {
      Files.delete(data.resolve(".kafka_cleanshutdown"));
      Files.writeString(data.resolveSibling("machine-run"), "the run before");
      for (Path partition : derived(data)) {
        delete(partition);
      }
      copyDerived(onDisk, data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path data(Attune attune) {
    return attune.directory().resolve("kafka").resolve("data");
  }

  private static List<Path> derived(Path directory) {
    try (Stream<Path> children = Files.list(directory)) {
      return children.filter(Files::isDirectory).filter(PowerLossIT::isDerived).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isDerived(Path partition) {
    String name = partition.getFileName().toString();
    return Arrays.stream(Stage.values())
        .anyMatch(stage ->
            name.startsWith(stage.writes().topicName() + "-")
                || name.startsWith(stage.group() + "-"));
  }

  private static void copyDerived(Path from, Path to) {
    for (Path directory : derived(from)) {
      try (Stream<Path> walk = Files.walk(directory)) {
        for (Path path : walk.toList()) {
          Files.copy(path, to.resolve(from.relativize(path).toString()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
