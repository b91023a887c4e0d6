import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { FolderStorage } from './folder-storage.js';
import { S3Storage } from './s3-storage.js';
import { Storage } from './storage.js';

/** A bucket where one is set, otherwise a folder. */
@Global()
@Module({
  providers: [
    {
      provide: Storage,
      inject: [Settings],
      useFactory: (settings: Settings) =>
        settings.FILES_S3 === undefined
          ? new FolderStorage(settings.filesDir)
          : new S3Storage(settings.FILES_S3, settings.FILES_S3_ENDPOINT),
    },
  ],
  exports: [Storage],
})
export class StorageModule {}
