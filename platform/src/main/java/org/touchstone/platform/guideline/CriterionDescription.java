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

/** Describes a criterion as what it is in JSON: one of seven shapes, told apart by their kind. */
@Component
class CriterionDescription implements OpenApiCustomizer {
  @Override
  public void customise(OpenAPI api) {
    var schemas = api.getComponents().getSchemas();
    var shapes = new ArrayList<Schema>();
    var kinds = new Discriminator().propertyName("kind");
    for (JsonSubTypes.Type type : Criterion.class.getAnnotation(JsonSubTypes.class).value()) {
      String name = type.value().getSimpleName();
      if (!schemas.containsKey(name)) return;
      String reference = "#/components/schemas/" + name;
      schemas.put(name, shape(schemas.get(name), type.name()));
      shapes.add(new Schema<>().$ref(reference));
      kinds.mapping(type.name(), reference);
    }
    var either = new Schema<>();
    either.setOneOf(shapes);
    either.setDiscriminator(kinds);
    schemas.put("Criterion", either);
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
