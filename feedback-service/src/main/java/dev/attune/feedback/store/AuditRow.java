package dev.attune.feedback.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "audit")
@NullUnmarked
class AuditRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(nullable = false, updatable = false)
  String tenant;

  @Column(nullable = false, updatable = false)
  Instant at;

  @Column(nullable = false, updatable = false)
  String who;

  @Column(nullable = false, updatable = false)
  String action;

  @Column(nullable = false, updatable = false)
  String episodes;

  @Column(nullable = false, updatable = false)
  String why;
}
