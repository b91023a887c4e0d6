import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const PERMISSION = 'second-source:permission';
export type Permission = `${string}.${string}`;

/**
 * The permission an operation asks for. The table that says which role has it stands in the access floor;
 * the start fails when an operation names a permission that the table does not know.
 */
export function May(permission: Permission): MethodDecorator {
  return applyDecorators(SetMetadata(PERMISSION, permission), ApiExtension('x-permission', permission));
}
