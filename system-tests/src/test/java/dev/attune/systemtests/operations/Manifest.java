package dev.attune.systemtests.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One resource of Kubernetes. */
record Manifest(JsonNode json) {

  private static final List<String> WORKLOADS = List.of("Deployment", "StatefulSet", "Job");

  String kind() {
    return json.path("kind").asText();
  }

  String name() {
    return json.at("/metadata/name").asText();
  }

  JsonNode spec() {
    return json.path("spec");
  }

  boolean isWorkload() {
    return WORKLOADS.contains(kind());
  }

  /** The pods that a workload makes. */
  JsonNode pod() {
    return json.at("/spec/template/spec");
  }

  List<JsonNode> containers() {
    var containers = new ArrayList<JsonNode>();
    pod().path("containers").forEach(containers::add);
    pod().path("initContainers").forEach(containers::add);
    return containers;
  }

  @Override
  public String toString() {
    return kind() + "/" + name();
  }
}
