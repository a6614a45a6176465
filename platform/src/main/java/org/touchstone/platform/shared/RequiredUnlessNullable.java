package org.touchstone.platform.shared;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Tells clients what Java knows: a component of a record is always there unless it is marked as nullable. */
final class RequiredUnlessNullable implements ModelConverter {
  private static final JsonMapper TYPES = JsonMapper.shared();

  private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

  @Override
  public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) return null;
    Schema<?> schema = chain.next().resolve(type, context, chain);
    Class<?> raw = raw(type.getType());
    if (schema == null || raw == null || !raw.isRecord()) return schema;
    if (schema.get$ref() == null) return schema;
    String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
    onlyOne(name, raw);
    Schema<?> definition = context.getDefinedModels().get(name);
    if (definition != null && definition.getProperties() != null) describe(raw, definition);
    return schema;
  }

  /** The description knows simple names only; two records of one name would silently become one. */
  private void onlyOne(String name, Class<?> type) {
    Class<?> first = named.putIfAbsent(name, type);
    if (first != null && first != type) throw new IllegalStateException("Two records are called %s in the API: %s and %s; rename one.".formatted(name, first, type));
  }

  private static void describe(Class<?> type, Schema<?> definition) {
    var required = new TreeSet<String>(definition.getRequired() == null ? List.of() : definition.getRequired());
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) describe(component.getType(), definition);
      Schema<?> property = (Schema<?>) definition.getProperties().get(component.getName());
      if (property == null) continue;
      if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) definition.getProperties().put(component.getName(), orNull(property));
      else required.add(component.getName());
    }
    if (definition.getRequired() != null) required.addAll(definition.getRequired());
    definition.setRequired(new ArrayList<>(required));
  }

  private static Schema<?> orNull(Schema<?> property) {
    if (property.get$ref() != null) {
      var nothing = new Schema<>();
      nothing.addType("null");
      var either = new Schema<>();
      either.setOneOf(List.of(new Schema<>().$ref(property.get$ref()), nothing));
      return either;
    }
    if (property.getTypes() != null) property.addType("null");
    return property;
  }

  private static @Nullable Class<?> raw(@Nullable Type type) {
    if (type == null) return null;
    if (type instanceof com.fasterxml.jackson.databind.JavaType known) return known.getRawClass();
    JavaType resolved = TYPES.constructType(type);
    return resolved.getRawClass();
  }
}
