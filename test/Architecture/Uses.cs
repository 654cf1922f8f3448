using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Centrala.Architecture.Tests;

/// <summary>Which types a compiled type mentions: its parents, members, attributes and every instruction.</summary>
static class Uses
{
    public static IEnumerable<TypeReference> Of(TypeDefinition type) =>
        References(type).OfType<TypeReference>().SelectMany(Unwrap);

    static IEnumerable<TypeReference?> References(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(one => one.InterfaceType),
        .. type.Fields.Select(field => field.FieldType),
        .. type.Properties.Select(property => property.PropertyType),
        .. type.Methods.SelectMany(Method),
        .. type.CustomAttributes.Select(attribute => attribute.AttributeType),
    ];

    static IEnumerable<TypeReference?> Method(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(Instruction) : [],
    ];

    static IEnumerable<TypeReference?> Instruction(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod generic => [generic.DeclaringType, generic.ReturnType, .. generic.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(one => one.ParameterType)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    static IEnumerable<TypeReference> Unwrap(TypeReference type) => type switch
    {
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Unwrap)],
        TypeSpecification wrapped => Unwrap(wrapped.ElementType),
        _ => [type],
    };
}
