package org.touchstone.platform.shared;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Comparator;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** How the API describes itself at {@code /openapi.yaml}: the contract that clients are generated from. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  static {
    for (Class<?> id : List.of(AccountId.class, ProjectId.class, ItemId.class, TaskId.class, LeaseId.class, JudgmentId.class)) {
      SpringDocUtils.getConfig().replaceWithSchema(id, new UUIDSchema());
    }
  }

  @Bean
  OpenAPI api() {
    return new OpenAPI()
        .info(new Info().title("Touchstone").version("1").license(new License().name("Apache-2.0").identifier("Apache-2.0")).description("""
            The platform for the people who review and improve the answers of AI systems. Lists take `cursor` and `limit` and answer with
            `items` and `nextCursor`. What goes wrong is told as `application/problem+json`; the `type` leads to a page that explains it.
            Every POST and PUT may carry an `Idempotency-Key`: sent again within a day, it gets the first answer again."""))
        .components(new Components()
            .addSecuritySchemes("session", new SecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE).name("touchstone_session")
                .description("Browsers; changes carry the cookie XSRF-TOKEN again as the header X-XSRF-TOKEN."))
            .addSecuritySchemes("token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").description("Scripts; the token begins with tsk_.")))
        .addSecurityItem(new SecurityRequirement().addList("session"))
        .addSecurityItem(new SecurityRequirement().addList("token"));
  }

  /** The address of whoever asks is no part of the contract. */
  @Bean
  OpenApiCustomizer sameEverywhere() {
    return api -> {
      api.setServers(List.of(new Server().url("/")));
      api.getComponents().addSchemas("Problem", problem());
      api.setTags(api.getTags().stream().sorted(Comparator.comparing(Tag::getName)).toList());
    };
  }

  /** Named after controller and method, so that a new endpoint never renames an old one; every one may answer with a problem. */
  @Bean
  OperationCustomizer namedAndWithProblems() {
    return (operation, method) -> {
      operation.setOperationId(name(method));
      withProblem(operation);
      return operation;
    };
  }

  @Bean
  RequiredUnlessNullable requiredUnlessNullable() {
    return new RequiredUnlessNullable();
  }

  private static String name(HandlerMethod method) {
    String place = method.getBeanType().getSimpleName().replaceFirst("\\$\\$.*", "").replaceFirst("(Controller|Pages?)$", "");
    String verb = method.getMethod().getName();
    return Character.toLowerCase(place.charAt(0)) + place.substring(1) + Character.toUpperCase(verb.charAt(0)) + verb.substring(1);
  }

  private static void withProblem(Operation operation) {
    var schema = new Schema<>().$ref("#/components/schemas/Problem");
    operation.getResponses().addApiResponse("default", new ApiResponse()
        .description("What is wrong, in one sentence, and every fault of the input")
        .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema))));
  }

  private static Schema<?> problem() {
    var fault = typed("object");
    fault.addProperty("field", typed("string"));
    fault.addProperty("message", typed("string"));
    fault.setRequired(List.of("field", "message"));
    var faults = typed("array");
    faults.setItems(fault);
    var problem = typed("object");
    problem.addProperty("type", typed("string").description("/problems/ and a slug; a page for people is there"));
    problem.addProperty("title", typed("string"));
    problem.addProperty("status", typed("integer"));
    problem.addProperty("detail", typed("string"));
    problem.addProperty("errors", faults);
    problem.setRequired(List.of("type", "title", "status", "detail"));
    return problem;
  }

  private static Schema<?> typed(String type) {
    var schema = new Schema<>();
    schema.addType(type);
    schema.setType(type);
    return schema;
  }
}
