package org.touchstone.platform.guideline;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Describes criteria and rules as what they are in JSON: one of several shapes, told apart by their kind. */
@Component
class CriterionDescription implements OpenApiCustomizer {
  @Override
  public void customise(OpenAPI api) {
    var schemas = api.getComponents().getSchemas();
    describe(schemas, "Criterion", Criterion.class);
    describe(schemas, "Rule", Rule.class);
  }

  private static void describe(Map<String, Schema> schemas, String name, Class<?> sealed) {
    var shapes = new ArrayList<Schema>();
    var kinds = new Discriminator().propertyName("kind");
    for (JsonSubTypes.Type type : sealed.getAnnotation(JsonSubTypes.class).value()) {
      String shape = type.value().getSimpleName();
      if (!schemas.containsKey(shape)) return;
      String reference = "#/components/schemas/" + shape;
      schemas.put(shape, shape(schemas.get(shape), type.name()));
      shapes.add(new Schema<>().$ref(reference));
      kinds.mapping(type.name(), reference);
    }
    var either = new Schema<>();
    either.setOneOf(shapes);
    either.setDiscriminator(kinds);
    schemas.put(name, either);
  }

  private static Schema<?> shape(Schema<?> inherited, String kind) {
    var shape = new Schema<>();
    shape.addType("object");
    shape.setType("object");
    var kindSchema = new Schema<Object>();
    kindSchema.addType("string");
    kindSchema.setType("string");
    kindSchema.setEnum(List.of(kind));
    Map<String, Schema> properties = new LinkedHashMap<>(inherited.getAllOf() == null ? inherited.getProperties() : inherited.getAllOf().getLast().getProperties());
    properties.put("kind", kindSchema);
    shape.setProperties(properties);
    var required = new TreeSet<>(inherited.getRequired() == null ? List.of() : inherited.getRequired());
    required.add("kind");
    shape.setRequired(new ArrayList<>(required));
    return shape;
  }
}
