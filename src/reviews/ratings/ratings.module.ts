import { Module } from '@nestjs/common';
import { RatingsController } from './ratings.controller.js';
import { Ratings } from './ratings.service.js';

@Module({ controllers: [RatingsController], providers: [Ratings], exports: [Ratings] })
export class RatingsModule {}
