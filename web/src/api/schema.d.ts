// Written by scripts/web-client.js out of openapi.json; do not edit.
export type paths = {
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["apiKeys_list"];
        put?: never;
        post: operations["apiKeys_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["apiKeys_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["assignments_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["assignments_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assignments_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{id}/break": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assignments_break"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assignments_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assignments_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assignments_handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assignments_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assignments_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assignments_renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/captures/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["evidence_capturedFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["claims_list"];
        put?: never;
        post: operations["claims_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["claims_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["claims_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["claims_amend"];
        trace?: never;
    };
    "/api/v1/claims/{id}/adjudication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["claims_adjudicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/claim-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["publications_claimReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/corroboration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["claims_corroboration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["evidence_list"];
        put?: never;
        post: operations["evidence_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/external-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["claims_externalReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["claims_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/history/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["claims_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["publications_list"];
        put?: never;
        post: operations["publications_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/publications/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["publications_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reviews_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["statements_ofClaim"];
        put?: never;
        post: operations["statements_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["claims_ofClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["claims_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["webhooks_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["webhooks_redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["events_feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["events_follow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evidence/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["evidence_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evidence/{id}/captures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["evidence_listCaptures"];
        put?: never;
        post: operations["evidence_askForCapture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evidence/{id}/custody": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["evidence_reportCustody"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evidence/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["evidence_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evidence/{id}/gone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["evidence_gone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["exports_claims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feeds/{workspace}/atom.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["feeds_atom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feeds/{workspace}/claim-review.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["feeds_claimReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feeds/{workspace}/corrections.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["feeds_corrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["files_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history/heads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["heads_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["imports_list"];
        put?: never;
        post: operations["imports_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["imports_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["imports_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["workspace_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["members_list"];
        put?: never;
        post: operations["members_admit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["members_remove"];
        options?: never;
        head?: never;
        patch: operations["members_change"];
        trace?: never;
    };
    "/api/v1/members/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["members_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["parties_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parties/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["parties_amend"];
        trace?: never;
    };
    "/api/v1/parties/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["parties_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["policy_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["policy_change"];
        trace?: never;
    };
    "/api/v1/publications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["publications_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["publications_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["queues_list"];
        put?: never;
        post: operations["queues_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["queues_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["queues_change"];
        trace?: never;
    };
    "/api/v1/rating-scale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ratingScale_read"];
        put: operations["ratingScale_replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rating-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ratingWords_words"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rating-words/{id}/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ratingWords_map"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reviews_next"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["routingRules_read"];
        put: operations["routingRules_replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing-rules/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["routingRules_dryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sessions_read"];
        put?: never;
        post: operations["sessions_signIn"];
        delete: operations["sessions_signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sessions_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sessions_changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sessions_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sessions_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["sessions_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["setup_read"];
        put?: never;
        post: operations["setup_setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sources_list"];
        put?: never;
        post: operations["sources_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sources_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["sources_amend"];
        trace?: never;
    };
    "/api/v1/sources/{id}/grades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sources_grades"];
        put?: never;
        post: operations["sources_grade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sources_record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/record/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["claims_recordClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["statements_ofSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["statements_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements/{id}/strike": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["statements_strike"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["stats_agreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["stats_claims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["stats_queues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/reviewers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["stats_reviewers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["stats_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["webhooks_list"];
        put?: never;
        post: operations["webhooks_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["webhooks_delete"];
        options?: never;
        head?: never;
        patch: operations["webhooks_change"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["webhooks_sent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["webhooks_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["workspace_workflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["workspace_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["workspace_change"];
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
};
export type webhooks = Record<string, never>;
export type components = {
    schemas: {
        Acceptance: Record<string, never>;
        AcceptedInvitation: {
            token: string;
            password: string;
        };
        Actor: {
            type: "member" | "system";
            id: string | null;
            name: string | null;
        };
        Adjudication: {
            rating: string;
            polarity: "supports" | "refutes" | "neither";
            corroboration: "contested" | "corroborated" | "single_source" | "retracted" | "denied" | "unsourced" | null;
            confidence: "low" | "moderate" | "high";
            rationale: string;
            overrideReason: string | null;
            id: string;
            by: components["schemas"]["Holder"];
            decidedAt: string;
        };
        AdjudicationGiven: {
            rating: string;
            confidence: "low" | "moderate" | "high";
            rationale: string;
            overrideReason?: string | null;
        };
        Agreement: {
            nominal: components["schemas"]["Reliability"];
            ordinal: components["schemas"]["Reliability"];
        };
        AgreementStats: {
            from: string | null;
            to: string | null;
            overall: components["schemas"]["Agreement"];
            byQueue: components["schemas"]["QueueAgreement"][];
            byPair: components["schemas"]["PairAgreement"][];
            byPeriod: components["schemas"]["PeriodAgreement"][];
        };
        Answer: {
            status: number;
            headers: {
                [key: string]: string;
            };
            body: string;
            cut: boolean;
        };
        ApiKey: {
            id: string;
            memberId: string;
            role: "viewer" | "fact_checker" | "reviewer" | "editor" | "admin";
            name: string;
            prefix: string;
            lastFour: string;
            createdAt: string;
            expiresAt: string | null;
            lastUsedAt: string | null;
        };
        ApiKeyCreatedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "api-key.created";
            subject?: {
                type?: "api-key";
            };
            data?: {
                memberId: string;
                prefix: string;
                lastFour: string;
                expiresAt: string | null;
            } | null;
        } & {
            type: "api-key.created";
        };
        ApiKeyPage: {
            items: components["schemas"]["ApiKey"][];
            nextCursor: string | null;
        };
        ApiKeyRevokedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "api-key.revoked";
            subject?: {
                type?: "api-key";
            };
            data?: Record<string, never> | null;
        } & {
            type: "api-key.revoked";
        };
        ApiKeyWithSecret: {
            id: string;
            memberId: string;
            role: "viewer" | "fact_checker" | "reviewer" | "editor" | "admin";
            name: string;
            prefix: string;
            lastFour: string;
            createdAt: string;
            expiresAt: string | null;
            lastUsedAt: string | null;
            key: string;
        };
        Appearance: {
            url: string;
            publishedAt: string | null;
        };
        AppearanceGiven: {
            url: string;
            publishedAt?: string | null;
        };
        Assignment: {
            id: string;
            claimId: string;
            queueId: string;
            round: number;
            slot: number;
            state: "offered" | "leased" | "held" | "submitted" | "released" | "declined" | "expired" | "handed_over" | "broken";
            member: components["schemas"]["Holder"];
            dueAt: string | null;
            lease: components["schemas"]["Lease"] | null;
            openedAt: string;
            expiresAt: string;
            endedAt: string | null;
            declineReason: "conflict_of_interest" | "language" | "not_competent" | "wellbeing" | "other" | null;
            declineNote: string | null;
        };
        AssignmentBrokenEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "assignment.broken";
            subject?: {
                type?: "assignment";
            };
            data?: {
                roundId: string;
                slotId: string;
                queueId: string;
                memberId: string;
            } | null;
        } & {
            type: "assignment.broken";
        };
        AssignmentDeclinedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "assignment.declined";
            subject?: {
                type?: "assignment";
            };
            data?: {
                roundId: string;
                slotId: string;
                queueId: string;
                memberId: string;
            } | null;
        } & {
            type: "assignment.declined";
        };
        AssignmentExpiredEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "assignment.expired";
            subject?: {
                type?: "assignment";
            };
            data?: {
                roundId: string;
                slotId: string;
                queueId: string;
                memberId: string;
            } | null;
        } & {
            type: "assignment.expired";
        };
        AssignmentHandedOverEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "assignment.handed-over";
            subject?: {
                type?: "assignment";
            };
            data?: {
                roundId: string;
                slotId: string;
                queueId: string;
                memberId: string;
                to: string;
                offerId: string;
            } | null;
        } & {
            type: "assignment.handed-over";
        };
        AssignmentHeldEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "assignment.held";
            subject?: {
                type?: "assignment";
            };
            data?: {
                roundId: string;
                slotId: string;
                queueId: string;
                memberId: string;
                expiresAt: string;
            } | null;
        } & {
            type: "assignment.held";
        };
        AssignmentLeasedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "assignment.leased";
            subject?: {
                type?: "assignment";
            };
            data?: {
                roundId: string;
                slotId: string;
                queueId: string;
                memberId: string;
                token: number;
                expiresAt: string;
            } | null;
        } & {
            type: "assignment.leased";
        };
        AssignmentOfferedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "assignment.offered";
            subject?: {
                type?: "assignment";
            };
            data?: {
                roundId: string;
                slotId: string;
                queueId: string;
                memberId: string;
                expiresAt: string;
            } | null;
        } & {
            type: "assignment.offered";
        };
        AssignmentPage: {
            items: components["schemas"]["Assignment"][];
            nextCursor: string | null;
        };
        AssignmentReleasedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "assignment.released";
            subject?: {
                type?: "assignment";
            };
            data?: {
                roundId: string;
                slotId: string;
                queueId: string;
                memberId: string;
            } | null;
        } & {
            type: "assignment.released";
        };
        AssignmentRenewedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "assignment.renewed";
            subject?: {
                type?: "assignment";
            };
            data?: {
                roundId: string;
                slotId: string;
                queueId: string;
                memberId: string;
                expiresAt: string;
            } | null;
        } & {
            type: "assignment.renewed";
        };
        AssignmentResumedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "assignment.resumed";
            subject?: {
                type?: "assignment";
            };
            data?: {
                roundId: string;
                slotId: string;
                queueId: string;
                memberId: string;
                expiresAt: string;
            } | null;
        } & {
            type: "assignment.resumed";
        };
        Attempt: {
            number: number;
            beganAt: string;
            durationMs: number;
            request: components["schemas"]["Request"];
            answer: components["schemas"]["Answer"] | null;
            error: string | null;
        };
        Break: {
            reason: string;
        };
        Capture: {
            id: string;
            evidenceId: string;
            number: number;
            cause: "added" | "scheduled" | "asked";
            outcome: "captured" | "unchanged" | "changed" | "vanished" | "failed";
            startedAt: string;
            finishedAt: string;
            url: string;
            redirects: components["schemas"]["Redirect"][];
            finalUrl: string;
            status: number | null;
            headers: {
                [key: string]: unknown;
            } | null;
            file: components["schemas"]["File"] | null;
            fault: string | null;
            tool: string;
        };
        CapturePage: {
            items: components["schemas"]["Capture"][];
            nextCursor: string | null;
        };
        Cause: {
            statementId: string | null;
            struckId: string | null;
            recomputed: boolean;
            changes: components["schemas"]["RuleChange"][];
        };
        Claim: {
            id: string;
            externalId: string | null;
            text: string;
            language: string;
            topics: string[];
            eventTime: string | null;
            place: string | null;
            appearances: components["schemas"]["Appearance"][];
            claimantId: string | null;
            quantity: components["schemas"]["Quantity"] | null;
            priority: number;
            dueAt: string | null;
            reviewDueAt: string | null;
            status: "triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed";
            heldFrom: "triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed" | null;
            holdUntil: string | null;
            closedReason: "duplicate" | "not_checkable" | "out_of_scope" | "withdrawn" | null;
            duplicateOf: string | null;
            corroboration: components["schemas"]["CorroborationSummary"];
            verdict: components["schemas"]["Verdict"] | null;
            reReview: components["schemas"]["ReReview"] | null;
            queueId: string | null;
            rank: string | null;
            leases: components["schemas"]["LeaseShown"][];
            createdBy: string;
            createdAt: string;
            updatedAt: string;
            version: number;
            allowedTransitions: ("triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed")[];
        };
        ClaimAdjudicatedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "claim.adjudicated";
            subject?: {
                type?: "claim";
            };
            data?: {
                adjudicationId: string;
                rating: string;
                confidence: "low" | "moderate" | "high";
                rationale: string;
                overrideReason: string | null;
                citedStatements: string[];
                citedEvidence: string[];
            } | null;
        } & {
            type: "claim.adjudicated";
        };
        ClaimAsOf: {
            id: string;
            externalId: string | null;
            text: string;
            language: string;
            topics: string[];
            eventTime: string | null;
            place: string | null;
            appearances: components["schemas"]["Appearance"][];
            claimantId: string | null;
            quantity: components["schemas"]["Quantity"] | null;
            priority: number;
            dueAt: string | null;
            reviewDueAt: string | null;
            status: "triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed";
            heldFrom: "triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed" | null;
            holdUntil: string | null;
            closedReason: "duplicate" | "not_checkable" | "out_of_scope" | "withdrawn" | null;
            duplicateOf: string | null;
            corroboration: components["schemas"]["CorroborationSummary"];
            verdict: components["schemas"]["Verdict"] | null;
            reReview: components["schemas"]["ReReview"] | null;
            queueId: string | null;
            rank: string | null;
            leases: components["schemas"]["LeaseShown"][];
            createdBy: string;
            createdAt: string;
            updatedAt: string;
            version: number;
            allowedTransitions: ("triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed")[];
            asOf?: string;
            unknown?: string[];
        };
        ClaimChange: {
            externalId?: string | null;
            text?: string;
            language?: string;
            topics?: string[];
            eventTime?: string | null;
            place?: string | null;
            appearances?: components["schemas"]["AppearanceGiven"][];
            claimantId?: string | null;
            quantity?: components["schemas"]["QuantityGiven"] | null;
            priority?: number;
            dueAt?: string | null;
        };
        ClaimCorroborationChangedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "claim.corroboration-changed";
            subject?: {
                type?: "claim";
            };
            data?: {
                from: {
                    status: "contested" | "corroborated" | "single_source" | "retracted" | "denied" | "unsourced";
                    support: number;
                    oppose: number;
                    divided: number;
                    asOf: string;
                };
                to: {
                    status: "contested" | "corroborated" | "single_source" | "retracted" | "denied" | "unsourced";
                    support: number;
                    oppose: number;
                    divided: number;
                    asOf: string;
                };
                cause: {
                    statementId: string;
                    changes?: {
                        kind: "placement" | "merge" | "renaming" | "threshold";
                        sourceId: string | null;
                        partyId: string | null;
                        into: string | null;
                        at: string;
                    }[];
                } | {
                    struckId: string;
                    changes?: {
                        kind: "placement" | "merge" | "renaming" | "threshold";
                        sourceId: string | null;
                        partyId: string | null;
                        into: string | null;
                        at: string;
                    }[];
                } | {
                    unmerged: string;
                    changes?: {
                        kind: "placement" | "merge" | "renaming" | "threshold";
                        sourceId: string | null;
                        partyId: string | null;
                        into: string | null;
                        at: string;
                    }[];
                } | {
                    recomputed: true;
                    changes?: {
                        kind: "placement" | "merge" | "renaming" | "threshold";
                        sourceId: string | null;
                        partyId: string | null;
                        into: string | null;
                        at: string;
                    }[];
                };
                claimVersion?: number;
                claimUpdatedAt?: string;
            } | null;
        } & {
            type: "claim.corroboration-changed";
        };
        ClaimCorroborationConfirmedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "claim.corroboration-confirmed";
            subject?: {
                type?: "claim";
            };
            data?: {
                asOf: {
                    from: string;
                    to: string;
                };
            } | null;
        } & {
            type: "claim.corroboration-confirmed";
        };
        ClaimMergedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "claim.merged";
            subject?: {
                type?: "claim";
            };
            data?: {
                from: string;
                statements: {
                    from: string;
                    to: string;
                }[];
                already: {
                    from: string;
                    to: string;
                }[];
                evidence: {
                    from: string;
                    to: string;
                }[];
                claimVersion?: number;
                claimUpdatedAt?: string;
            } | null;
        } & {
            type: "claim.merged";
        };
        ClaimPage: {
            items: components["schemas"]["Claim"][];
            nextCursor: string | null;
        };
        ClaimReReviewExtendedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "claim.re-review-extended";
            subject?: {
                type?: "claim";
            };
            data?: {
                cause: {
                    kind: "statement_recorded" | "statement_struck" | "source_re_placed" | "source_downgraded" | "evidence_gone" | "age" | "editor";
                    statementId: string | null;
                    evidenceId: string | null;
                    sourceId: string | null;
                };
                verdictRound: number;
                roundId: string | null;
                round: number | null;
            } | null;
        } & {
            type: "claim.re-review-extended";
        };
        ClaimReReviewOpenedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "claim.re-review-opened";
            subject?: {
                type?: "claim";
            };
            data?: {
                cause: {
                    kind: "statement_recorded" | "statement_struck" | "source_re_placed" | "source_downgraded" | "evidence_gone" | "age" | "editor";
                    statementId: string | null;
                    evidenceId: string | null;
                    sourceId: string | null;
                };
                verdictRound: number;
                roundId: string;
                round: number;
            } | null;
        } & {
            type: "claim.re-review-opened";
        };
        ClaimReview: {
            "@context": string | (string | Record<string, never>)[];
            "@type": "ClaimReview";
            url: string;
            claimReviewed: string;
            datePublished: string;
            author: {
                [key: string]: unknown;
            } | {
                [key: string]: unknown;
            }[];
            itemReviewed: {
                [key: string]: unknown;
            };
            reviewRating: {
                [key: string]: unknown;
            };
            identifier?: string;
            name?: string;
            abstract?: string;
            reviewBody?: string;
            inLanguage?: string;
            version?: number;
            publisher?: {
                [key: string]: unknown;
            };
            correction?: {
                [key: string]: unknown;
            };
            citation?: {
                [key: string]: unknown;
            }[];
            "secondsource:corroboration"?: {
                [key: string]: unknown;
            };
            "secondsource:statements"?: {
                [key: string]: unknown;
            }[];
        };
        ClaimReviewFeed: {
            "@context": string | (string | Record<string, never>)[];
            "@type": "DataFeed";
            name: string;
            dataFeedElement: components["schemas"]["FeedItem"][];
        };
        ClaimStats: {
            total: number;
            byStatus: {
                [key: string]: number;
            };
            byCorroboration: {
                [key: string]: number;
            };
            byRating: {
                [key: string]: number;
            };
            asOf: string | null;
        };
        ClaimSubmittedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "claim.submitted";
            subject?: {
                type?: "claim";
            };
            data?: {
                claim: {
                    externalId: string | null;
                    text: string;
                    language: string;
                    topics: string[];
                    eventTime: string | null;
                    place: string | null;
                    appearances: {
                        url: string;
                        publishedAt: string | null;
                    }[];
                    claimantId: string | null;
                    claimantGiven: boolean;
                    quantity: {
                        min: number | null;
                        max: number | null;
                        unit: string;
                    } | null;
                    priority: number;
                    dueAt: string | null;
                    status: "triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed";
                    corroboration: {
                        status: "contested" | "corroborated" | "single_source" | "retracted" | "denied" | "unsourced";
                        support: number;
                        oppose: number;
                        divided: number;
                        asOf: string;
                    };
                };
                claimVersion?: number;
                claimUpdatedAt?: string;
            } | null;
        } & {
            type: "claim.submitted";
        };
        ClaimTransitionedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "claim.transitioned";
            subject?: {
                type?: "claim";
            };
            data?: {
                from: "triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed";
                to: "triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed";
                changes: {
                    heldFrom?: {
                        from: (("triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed") | null) | null;
                        to: (("triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed") | null) | null;
                    };
                    holdUntil?: {
                        from: (string | null) | null;
                        to: (string | null) | null;
                    };
                    closedReason?: {
                        from: (("duplicate" | "not_checkable" | "out_of_scope" | "withdrawn") | null) | null;
                        to: (("duplicate" | "not_checkable" | "out_of_scope" | "withdrawn") | null) | null;
                    };
                    duplicateOf?: {
                        from: (string | null) | null;
                        to: (string | null) | null;
                    };
                    queueId?: {
                        from: (string | null) | null;
                        to: (string | null) | null;
                    };
                    rank?: {
                        from: (string | null) | null;
                        to: (string | null) | null;
                    };
                    reviewDueAt?: {
                        from: (string | null) | null;
                        to: (string | null) | null;
                    };
                    verdict?: {
                        from: ({
                            rating: string;
                            polarity: "supports" | "refutes" | "neither";
                            confidence: "low" | "moderate" | "high";
                            rationale: string;
                            overrideReason: string | null;
                            citedStatements: string[];
                            citedEvidence: string[];
                            corroboration: "contested" | "corroborated" | "single_source" | "retracted" | "denied" | "unsourced";
                            selfReviewed: boolean;
                            round: number;
                            decidedAt: string;
                            claimVersion: number;
                        } | null) | null;
                        to: ({
                            rating: string;
                            polarity: "supports" | "refutes" | "neither";
                            confidence: "low" | "moderate" | "high";
                            rationale: string;
                            overrideReason: string | null;
                            citedStatements: string[];
                            citedEvidence: string[];
                            corroboration: "contested" | "corroborated" | "single_source" | "retracted" | "denied" | "unsourced";
                            selfReviewed: boolean;
                            round: number;
                            decidedAt: string;
                            claimVersion: number;
                        } | null) | null;
                    };
                };
                claimVersion?: number;
                claimUpdatedAt?: string;
            } | null;
        } & {
            type: "claim.transitioned";
        };
        ClaimUnmergedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "claim.unmerged";
            subject?: {
                type?: "claim";
            };
            data?: {
                from: string;
                statements: string[];
                evidence: string[];
                claimVersion?: number;
                claimUpdatedAt?: string;
            } | null;
        } & {
            type: "claim.unmerged";
        };
        ClaimUpdatedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "claim.updated";
            subject?: {
                type?: "claim";
            };
            data?: {
                changes: {
                    externalId?: {
                        from: (string | null) | null;
                        to: (string | null) | null;
                    };
                    text?: {
                        from: string | null;
                        to: string | null;
                    };
                    language?: {
                        from: string | null;
                        to: string | null;
                    };
                    topics?: {
                        from: string[] | null;
                        to: string[] | null;
                    };
                    eventTime?: {
                        from: (string | null) | null;
                        to: (string | null) | null;
                    };
                    place?: {
                        from: (string | null) | null;
                        to: (string | null) | null;
                    };
                    appearances?: {
                        from: {
                            url: string;
                            publishedAt: string | null;
                        }[] | null;
                        to: {
                            url: string;
                            publishedAt: string | null;
                        }[] | null;
                    };
                    claimantId?: {
                        from: (string | null) | null;
                        to: (string | null) | null;
                    };
                    claimantGiven?: {
                        from: boolean | null;
                        to: boolean | null;
                    };
                    quantity?: {
                        from: ({
                            min: number | null;
                            max: number | null;
                            unit: string;
                        } | null) | null;
                        to: ({
                            min: number | null;
                            max: number | null;
                            unit: string;
                        } | null) | null;
                    };
                    priority?: {
                        from: number | null;
                        to: number | null;
                    };
                    dueAt?: {
                        from: (string | null) | null;
                        to: (string | null) | null;
                    };
                    reviewDueAt?: {
                        from: (string | null) | null;
                        to: (string | null) | null;
                    };
                };
                claimVersion?: number;
                claimUpdatedAt?: string;
            } | null;
        } & {
            type: "claim.updated";
        };
        Correction: {
            type: "correction" | "withdrawal";
            at: string;
            publicationId: string;
            number: number;
            url: string;
            title: string;
            claimReviewed: string;
            reason: string;
            before: components["schemas"]["RatingNamed"] | null;
            after: components["schemas"]["RatingNamed"] | null;
        };
        Corrections: {
            items: components["schemas"]["Correction"][];
            nextCursor: string | null;
        };
        Corroboration: {
            claimId: string;
            status: "contested" | "corroborated" | "single_source" | "retracted" | "denied" | "unsourced";
            rule: "origins/1";
            threshold: number;
            support: number;
            oppose: number;
            divided: number;
            partial: number;
            origins: components["schemas"]["Origin"][];
            excluded: components["schemas"]["Exclusion"][];
            replaced: components["schemas"]["Replacement"][];
            quantities: components["schemas"]["QuantityRange"][];
            unplacedSources: string[];
            summary: string;
            asOf: string;
            stale: boolean;
        };
        CorroborationPoint: {
            status: "contested" | "corroborated" | "single_source" | "retracted" | "denied" | "unsourced";
            support: number;
            oppose: number;
            divided: number;
        };
        CorroborationStep: {
            from: components["schemas"]["CorroborationPoint"];
            to: components["schemas"]["CorroborationPoint"];
            cause: components["schemas"]["Cause"];
        };
        CorroborationSummary: {
            status: "contested" | "corroborated" | "single_source" | "retracted" | "denied" | "unsourced";
            support: number;
            oppose: number;
            divided: number;
            asOf: string;
            stale: boolean;
        };
        Credentials: {
            email: string;
            password: string;
            workspace?: string;
        };
        Custody: {
            reportedAt: string;
            evidence: components["schemas"]["Evidence"];
            entries: components["schemas"]["CustodyEntry"][];
            captures: components["schemas"]["Capture"][];
            files: components["schemas"]["CustodyFile"][];
            chain: components["schemas"]["Verification"];
        };
        CustodyEntry: {
            eventId: string;
            type: string;
            at: string;
            actor: components["schemas"]["Actor"];
            reason: string | null;
            number: number;
            digest: string;
        };
        CustodyFile: {
            id: string;
            name: string;
            mediaType: string;
            size: number;
            sha256: string;
            receivedAt: string;
            receivedBy: string | null;
            intact: boolean | null;
        };
        Decision: {
            id: string;
            decidedAt: string;
            content: components["schemas"]["DecisionContent"] | null;
        };
        DecisionContent: {
            rating: string;
            polarity: "supports" | "refutes" | "neither";
            corroboration: "contested" | "corroborated" | "single_source" | "retracted" | "denied" | "unsourced" | null;
            confidence: "low" | "moderate" | "high";
            rationale: string;
            overrideReason: string | null;
            claimVersion: number | null;
            citedStatements: string[];
            citedEvidence: string[];
        };
        DecisionGiven: {
            token: number;
            rating: string;
            confidence: "low" | "moderate" | "high";
            rationale: string;
            citedStatements?: string[];
            citedEvidence?: string[];
            overrideReason?: string | null;
            claimVersion?: number | null;
        };
        DecisionSubmittedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "decision.submitted";
            subject?: {
                type?: "assignment";
            };
            data?: {
                roundId: string;
                slotId: string;
                queueId: string;
                memberId: string;
                decisionId: string;
                rating?: string;
                confidence?: "low" | "moderate" | "high";
                rationale?: string;
                overrideReason?: string | null;
                citedStatements?: string[];
                citedEvidence?: string[];
                claimVersion?: number | null;
            } | null;
        } & {
            type: "decision.submitted";
        };
        Decline: {
            token?: number | null;
            reason: "conflict_of_interest" | "language" | "not_competent" | "wellbeing" | "other";
            note?: string | null;
        };
        Delivery: {
            id: string;
            webhookId: string;
            eventId: string;
            eventType: string;
            state: "pending" | "delivered" | "dead";
            attempts: number;
            nextAttemptAt: string | null;
            createdAt: string;
            finishedAt: string | null;
            lastAttempt: components["schemas"]["Attempt"] | null;
        };
        DeliveryPage: {
            items: components["schemas"]["Delivery"][];
            nextCursor: string | null;
        };
        DeliveryWithLog: {
            id: string;
            webhookId: string;
            eventId: string;
            eventType: string;
            state: "pending" | "delivered" | "dead";
            attempts: number;
            nextAttemptAt: string | null;
            createdAt: string;
            finishedAt: string | null;
            lastAttempt: components["schemas"]["Attempt"] | null;
            event: Omit<components["schemas"]["Event"], "type">;
            log: components["schemas"]["Attempt"][];
        };
        DryRun: {
            claims: components["schemas"]["RoutedClaim"][];
            byQueue: components["schemas"]["QueueShare"][];
        };
        Escalation: {
            fromQueueId: string;
            at: string;
        };
        Event: {
            id: string;
            cursor: string | null;
            type: string;
            at: string;
            actor: components["schemas"]["Actor"];
            subject: components["schemas"]["Subject"];
            claimId: string | null;
            data: {
                [key: string]: unknown;
            } | null;
            reason: string | null;
        };
        Evidence: {
            id: string;
            claimId: string;
            kind: "image" | "video" | "document" | "data" | "page" | "other";
            url: string | null;
            fileId: string | null;
            bearing: "supports" | "refutes" | "context";
            sha256: string | null;
            capturedAt: string | null;
            description: string;
            sensitive: boolean;
            movedFrom: components["schemas"]["MovedFrom"] | null;
            addedBy: string;
            addedAt: string;
            goneAt: string | null;
            goneReason: string | null;
            lastCheck: components["schemas"]["LastCheck"] | null;
            checkAt: string | null;
        };
        EvidenceAddedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "evidence.added";
            subject?: {
                type?: "evidence";
            };
            data?: {
                evidence: {
                    id: string;
                    claimId: string;
                    kind: "image" | "video" | "document" | "data" | "page" | "other";
                    url: string | null;
                    fileId?: string | null;
                    bearing: "supports" | "refutes" | "context";
                    sha256: string | null;
                    capturedAt: string | null;
                    description: string;
                    sensitive: boolean;
                    movedFrom?: {
                        claimId: string;
                        id: string;
                    } | null;
                    addedAt: string;
                    goneAt: null;
                    goneReason: null;
                };
                claimVersion?: number;
                claimUpdatedAt?: string;
            } | null;
        } & {
            type: "evidence.added";
        };
        EvidenceCheckedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "evidence.checked";
            subject?: {
                type?: "evidence";
            };
            data?: {
                capture: {
                    id: string;
                    evidenceId: string;
                    number: number;
                    cause: "added" | "scheduled" | "asked";
                    outcome: "captured" | "unchanged" | "changed" | "vanished" | "failed";
                    startedAt: string;
                    finishedAt: string;
                    url: string;
                    redirects: {
                        url: string;
                        status: number;
                    }[];
                    finalUrl: string;
                    status: number | null;
                    headers: {
                        [key: string]: unknown;
                    } | null;
                    fault: string | null;
                    tool: string;
                    fileId: string | null;
                };
                file: {
                    id: string;
                    sha256: string;
                    size: number;
                    mediaType: string;
                } | null;
                askedBy: string | null;
            } | null;
        } & {
            type: "evidence.checked";
        };
        EvidenceGoneEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "evidence.gone";
            subject?: {
                type?: "evidence";
            };
            data?: {
                evidenceId: string;
                claimVersion?: number;
                claimUpdatedAt?: string;
            } | null;
        } & {
            type: "evidence.gone";
        };
        EvidencePage: {
            items: components["schemas"]["Evidence"][];
            nextCursor: string | null;
        };
        Exclusion: {
            statementId: string;
            reason: "base_withdrawn";
        };
        ExternalRating: {
            word: string | null;
            value: number | null;
            best: number | null;
            worst: number | null;
            explanation: string | null;
        };
        ExternalReview: {
            id: string;
            claimId: string;
            url: string | null;
            title: string | null;
            summary: string | null;
            publisher: components["schemas"]["Publisher"];
            authors: string[];
            publishedAt: string | null;
            modifiedAt: string | null;
            language: string | null;
            rating: components["schemas"]["ExternalRating"];
            meaning: string | null;
            addedBy: string;
            addedAt: string;
            updatedAt: string;
        };
        ExternalReviewAddedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "external-review.added";
            subject?: {
                type?: "external-review";
            };
            data?: {
                review: {
                    url: string | null;
                    title: string | null;
                    summary: string | null;
                    publisher: {
                        name: string | null;
                        site: string | null;
                    };
                    authors: string[];
                    publishedAt: string | null;
                    modifiedAt: string | null;
                    language: string | null;
                    rating: {
                        word: string | null;
                        value: number | null;
                        best: number | null;
                        worst: number | null;
                        explanation: string | null;
                    };
                };
            } | null;
        } & {
            type: "external-review.added";
        };
        ExternalReviewPage: {
            items: components["schemas"]["ExternalReview"][];
            nextCursor: string | null;
        };
        ExternalReviewUpdatedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "external-review.updated";
            subject?: {
                type?: "external-review";
            };
            data?: {
                before: {
                    url: string | null;
                    title: string | null;
                    summary: string | null;
                    publisher: {
                        name: string | null;
                        site: string | null;
                    };
                    authors: string[];
                    publishedAt: string | null;
                    modifiedAt: string | null;
                    language: string | null;
                    rating: {
                        word: string | null;
                        value: number | null;
                        best: number | null;
                        worst: number | null;
                        explanation: string | null;
                    };
                };
                review: {
                    url: string | null;
                    title: string | null;
                    summary: string | null;
                    publisher: {
                        name: string | null;
                        site: string | null;
                    };
                    authors: string[];
                    publishedAt: string | null;
                    modifiedAt: string | null;
                    language: string | null;
                    rating: {
                        word: string | null;
                        value: number | null;
                        best: number | null;
                        worst: number | null;
                        explanation: string | null;
                    };
                };
            } | null;
        } & {
            type: "external-review.updated";
        };
        FeedItem: {
            "@type": "DataFeedItem";
            dateCreated: string;
            dateDeleted?: string;
            item: {
                [key: string]: unknown;
            };
        };
        FeedPage: {
            items: components["schemas"]["Event"][];
            nextCursor: string;
        };
        File: {
            id: string;
            name: string;
            mediaType: string;
            size: number;
            sha256: string;
            receivedAt: string;
            receivedBy: string | null;
        };
        Finding: {
            profile: "schema.org" | "google";
            level: "required" | "recommended";
            path: string;
            message: string;
        };
        Flow: {
            start: string;
            entered: {
                [key: string]: number;
            };
            left: {
                [key: string]: number;
            };
        };
        GoneNotice: {
            reason: string;
        };
        Grade: {
            id: string;
            sourceId: string;
            reliability: "A" | "B" | "C" | "D" | "E" | "F";
            reason: string;
            gradedBy: string;
            gradedAt: string;
        };
        GradePage: {
            items: components["schemas"]["Grade"][];
            nextCursor: string | null;
        };
        HandOver: {
            token: number;
            to: string;
            note?: string | null;
        };
        HeadChains: {
            count: number;
            events: number;
            digest: string;
        };
        HeadFeed: {
            length: number;
            position: number;
            digest: string;
        };
        HistoryHead: {
            format: "second-source/history-head/1";
            workspaceId: string;
            day: string;
            madeAt: string;
            chains: components["schemas"]["HeadChains"];
            feed: components["schemas"]["HeadFeed"];
            previous: string | null;
            digest: string;
            publicKey: string | null;
            signature: string | null;
        };
        HistoryHeadPage: {
            items: components["schemas"]["HistoryHead"][];
            nextCursor: string | null;
        };
        HistoryHeadSignedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "history.head-signed";
            subject?: {
                type?: "workspace";
            };
            data?: {
                head: {
                    format: "second-source/history-head/1";
                    workspaceId: string;
                    day: string;
                    madeAt: string;
                    chains: {
                        count: number;
                        events: number;
                        digest: string;
                    };
                    feed: {
                        length: number;
                        position: number;
                        digest: string;
                    };
                    previous: string | null;
                    digest: string;
                    publicKey: string | null;
                    signature: string | null;
                };
            } | null;
        } & {
            type: "history.head-signed";
        };
        HistoryPage: {
            items: components["schemas"]["Event"][];
            nextCursor: string | null;
        };
        Hold: {
            token: number;
            until: string;
            reason: string;
        };
        Holder: {
            id: string;
            name: string | null;
        };
        Import: {
            id: string;
            format: "ndjson" | "csv" | "claim-review";
            dryRun: boolean;
            state: "running" | "done" | "failed";
            failure: string | null;
            rows: number;
            created: number;
            updated: number;
            unchanged: number;
            refused: number;
            warnings: number;
            createdAt: string;
            finishedAt: string | null;
        };
        ImportFailedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "import.failed";
            subject?: {
                type?: "import";
            };
            data?: {
                rows: number;
                created: number;
                updated: number;
                unchanged: number;
                refused: number;
                warnings: number;
            } | null;
        } & {
            type: "import.failed";
        };
        ImportFinishedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "import.finished";
            subject?: {
                type?: "import";
            };
            data?: {
                rows: number;
                created: number;
                updated: number;
                unchanged: number;
                refused: number;
                warnings: number;
            } | null;
        } & {
            type: "import.finished";
        };
        ImportPage: {
            items: components["schemas"]["Import"][];
            nextCursor: string | null;
        };
        ImportProgressedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "import.progressed";
            subject?: {
                type?: "import";
            };
            data?: {
                rows: number;
                created: number;
                updated: number;
                unchanged: number;
                refused: number;
                warnings: number;
            } | null;
        } & {
            type: "import.progressed";
        };
        ImportRow: {
            number: number;
            outcome: "created" | "updated" | "unchanged" | "refused" | null;
            externalId: string | null;
            claimId: string | null;
            code: string | null;
            errors: components["schemas"]["RowError"][];
            warnings: components["schemas"]["RowWarning"][];
        };
        ImportRowPage: {
            items: components["schemas"]["ImportRow"][];
            nextCursor: string | null;
        };
        ImportStartedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "import.started";
            subject?: {
                type?: "import";
            };
            data?: {
                format: "ndjson" | "csv" | "claim-review";
                dryRun: boolean;
                rows: number;
            } | null;
        } & {
            type: "import.started";
        };
        Interval: {
            low: number;
            high: number;
        };
        Invitation: {
            url: string;
            expiresAt: string;
        };
        LastCheck: {
            outcome: "captured" | "unchanged" | "changed" | "vanished" | "failed";
            at: string;
        };
        LastHead: {
            day: string;
            length: number;
        };
        Lease: {
            token: number;
            expiresAt: string;
        };
        LeaseShown: {
            assignmentId: string;
            slot: number;
            state: "offered" | "leased" | "held";
            member: components["schemas"]["Holder"];
            expiresAt: string;
        };
        LeaseToken: {
            token: number;
        };
        LedgerEntry: {
            entry: "renewed" | "offered" | "leased" | "held" | "submitted" | "released" | "declined" | "expired" | "handed_over" | "broken";
            at: string;
            by: components["schemas"]["Holder"] | null;
            expiresAt: string | null;
            note: string | null;
        };
        ListedSession: {
            id: string;
            current: boolean;
            workspaceId: string;
            userAgent: string | null;
            address: string | null;
            createdAt: string;
            lastUsedAt: string;
        };
        Live: {
            status: "ok";
        };
        Me: {
            id: string;
            name: string;
            workspaceId: string;
            role: "viewer" | "fact_checker" | "reviewer" | "editor" | "admin";
            languages: string[];
            skills: string[];
            permissions: string[];
        };
        Meaning: {
            rating: string | null;
        };
        Member: {
            id: string;
            name: string;
            kind: "person" | "program";
            email: string | null;
            role: "viewer" | "fact_checker" | "reviewer" | "editor" | "admin";
            languages: string[];
            skills: string[];
            createdAt: string;
            version: number;
        };
        MemberAdmittedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "member.admitted";
            subject?: {
                type?: "member";
            };
            data?: {
                role: "viewer" | "fact_checker" | "reviewer" | "editor" | "admin";
                languages: string[];
                skills: string[];
            } | null;
        } & {
            type: "member.admitted";
        };
        MemberChange: {
            name?: string;
            role?: "viewer" | "fact_checker" | "reviewer" | "editor" | "admin";
            languages?: string[];
            skills?: string[];
        };
        MemberErasedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "member.erased";
            subject?: {
                type?: "member";
            };
            data?: {
                erased: string[];
            } | null;
        } & {
            type: "member.erased";
        };
        MemberInvitedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "member.invited";
            subject?: {
                type?: "member";
            };
            data?: {
                expiresAt: string;
            } | null;
        } & {
            type: "member.invited";
        };
        MemberPage: {
            items: components["schemas"]["Member"][];
            nextCursor: string | null;
        };
        MemberRemovedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "member.removed";
            subject?: {
                type?: "member";
            };
            data?: Record<string, never> | null;
        } & {
            type: "member.removed";
        };
        MemberUpdatedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "member.updated";
            subject?: {
                type?: "member";
            };
            data?: {
                changes: {
                    role?: {
                        from: ("viewer" | "fact_checker" | "reviewer" | "editor" | "admin") | null;
                        to: ("viewer" | "fact_checker" | "reviewer" | "editor" | "admin") | null;
                    };
                    languages?: {
                        from: string[] | null;
                        to: string[] | null;
                    };
                    skills?: {
                        from: string[] | null;
                        to: string[] | null;
                    };
                };
                renamed: boolean;
            } | null;
        } & {
            type: "member.updated";
        };
        MovedFrom: {
            claimId: string;
            id: string;
        };
        Named: {
            id: string;
            name: string;
        };
        NamedSource: {
            id: string;
            name: string;
            kind: "government" | "head_of_state" | "military" | "intelligence_service" | "international_organisation" | "ngo" | "company" | "academic" | "news_media" | "news_agency" | "social_media" | "person" | "document" | "sensor" | "other";
        };
        NewApiKey: {
            memberId: string;
            name: string;
            expiresAt?: string | null;
        };
        NewClaim: {
            externalId?: string | null;
            text: string;
            language: string;
            topics?: string[];
            eventTime?: string | null;
            place?: string | null;
            appearances?: components["schemas"]["AppearanceGiven"][];
            claimantId?: string | null;
            quantity?: components["schemas"]["QuantityGiven"] | null;
            priority?: number;
            dueAt?: string | null;
            statement?: components["schemas"]["NewStatement"];
        };
        NewEvidence: {
            kind: "image" | "video" | "document" | "data" | "page" | "other";
            url?: string | null;
            fileId?: string | null;
            bearing: "supports" | "refutes" | "context";
            sha256?: string | null;
            capturedAt?: string | null;
            description?: string;
            sensitive: boolean;
            capture?: boolean;
        };
        NewGrade: {
            reliability: "A" | "B" | "C" | "D" | "E" | "F";
            reason: string;
        };
        NewMember: {
            email: string;
            name: string;
            role: "viewer" | "fact_checker" | "reviewer" | "editor" | "admin";
            languages: string[];
            skills: string[];
        };
        NewPassword: {
            current: string;
            password: string;
        };
        NewPublication: {
            title: string;
            summary: string;
            language: string;
            url?: string | null;
            authors?: string[];
            correction?: string | null;
            claimVersion?: number;
        };
        NewQueue: {
            name: string;
            reviews: number;
            blind: boolean;
            agreement: "unanimous" | "within_one" | "majority";
            leaseSeconds: number;
            mode: "pull" | "push";
            offerSeconds: number;
            languages: string[];
            skills: string[];
            maxLeases: number | null;
            dueHours: number | null;
            priorityStepMinutes: number;
            dueNoticeHours: number;
            escalateTo: string | null;
        };
        NewSource: {
            name: string;
            kind: "government" | "head_of_state" | "military" | "intelligence_service" | "international_organisation" | "ngo" | "company" | "academic" | "news_media" | "news_agency" | "social_media" | "person" | "document" | "sensor" | "other";
            parentId?: string | null;
            party?: string | null;
            country?: string | null;
            urls?: string[];
            wikidataId?: string | null;
            confidential: boolean;
            publicLabel?: string | null;
            notes?: string;
        };
        NewStatement: {
            sourceId: string;
            stance: "asserts" | "confirms" | "partly_confirms" | "questions" | "denies" | "cannot_confirm" | "evades" | "retracts";
            saidAt?: string | null;
            quote?: string | null;
            quoteLanguage?: string | null;
            translation?: string | null;
            url?: string | null;
            reportedById?: string | null;
            basis?: "firsthand" | "imagery" | "document" | "intelligence" | "relayed" | "unknown" | null;
            basedOnStatementId?: string | null;
            basedOnSourceId?: string | null;
            quantity?: components["schemas"]["QuantityGiven"] | null;
            credibility?: number | null;
        };
        NewWebhook: {
            url: string;
            events: string[];
        };
        NewWorkspace: {
            name: string;
            slug: string;
        };
        NextWanted: {
            queueId?: string | null;
        };
        Origin: {
            party: string | null;
            unaffiliated: boolean;
            ancestor: string | null;
            vote: "support" | "oppose" | "divided" | null;
            partial: boolean;
            sources: string[];
            roots: string[];
            statements: string[];
            reason: string;
        };
        OtherWorkspace: {
            workspaceId: string;
        };
        PairAgreement: {
            nominal: components["schemas"]["Reliability"];
            ordinal: components["schemas"]["Reliability"];
            reviewers: components["schemas"]["Holder"][];
        };
        Party: {
            id: string;
            name: string;
            aliases: string[];
            mergedInto: string | null;
            createdAt: string;
            version: number;
        };
        PartyChange: {
            name?: string;
            aliases?: string[];
        };
        PartyMerge: {
            into: string;
        };
        PartyMergedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "party.merged";
            subject?: {
                type?: "party";
            };
            data?: {
                into: string;
                names: string[];
            } | null;
        } & {
            type: "party.merged";
        };
        PartyPage: {
            items: components["schemas"]["Party"][];
            nextCursor: string | null;
        };
        PartyUpdatedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "party.updated";
            subject?: {
                type?: "party";
            };
            data?: {
                changes: {
                    name?: {
                        from: string | null;
                        to: string | null;
                    };
                    aliases?: {
                        from: string[] | null;
                        to: string[] | null;
                    };
                };
            } | null;
        } & {
            type: "party.updated";
        };
        PeriodAgreement: {
            nominal: components["schemas"]["Reliability"];
            ordinal: components["schemas"]["Reliability"];
            period: string;
        };
        Place: {
            workspaceId: string;
            slug: string;
            name: string;
            memberId: string;
            role: "viewer" | "fact_checker" | "reviewer" | "editor" | "admin";
        };
        PlacedSource: {
            id: string;
            name: string;
            nameHidden: boolean;
            kind: "government" | "head_of_state" | "military" | "intelligence_service" | "international_organisation" | "ngo" | "company" | "academic" | "news_media" | "news_agency" | "social_media" | "person" | "document" | "sensor" | "other";
            parentId: string | null;
            party: string | null;
            partyId: string | null;
            country: string | null;
            urls: string[];
            wikidataId: string | null;
            confidential: boolean;
            publicLabel: string | null;
            notes: string;
            reliability: "A" | "B" | "C" | "D" | "E" | "F" | null;
            createdAt: string;
            version: number;
            partyCreated: boolean;
        };
        Policy: {
            corroborationThreshold: number;
            allowSelfReview: boolean;
            publisherMayBeReviewer: boolean;
            reReviewAfterDays: number | null;
            validFrom: string;
            version: number;
        };
        PolicyChange: {
            corroborationThreshold?: number;
            allowSelfReview?: boolean;
            publisherMayBeReviewer?: boolean;
            reReviewAfterDays?: number | null;
        };
        PolicyChangedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "policy.changed";
            subject?: {
                type?: "workspace";
            };
            data?: {
                changes: {
                    corroborationThreshold?: {
                        from: number | null;
                        to: number | null;
                    };
                    allowSelfReview?: {
                        from: boolean | null;
                        to: boolean | null;
                    };
                    publisherMayBeReviewer?: {
                        from: boolean | null;
                        to: boolean | null;
                    };
                    reReviewAfterDays?: {
                        from: (number | null) | null;
                        to: (number | null) | null;
                    };
                };
            } | null;
        } & {
            type: "policy.changed";
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            code: string;
            errors?: {
                path: string;
                message: string;
            }[];
            requestId: string;
        } & {
            [key: string]: unknown;
        };
        ProfileCheck: {
            profile: "schema.org" | "google";
            passes: boolean;
            claimReview: {
                [key: string]: unknown;
            };
        };
        Publication: {
            id: string;
            claimId: string;
            number: number;
            title: string;
            summary: string;
            language: string;
            url: string;
            pageUrl: string;
            correction: string | null;
            authors: string[];
            content: components["schemas"]["PublishedContent"];
            publishedBy: string;
            publishedAt: string;
            underReview: boolean;
            withdrawnBy: string | null;
            withdrawnAt: string | null;
            withdrawnReason: string | null;
        };
        PublicationCheck: {
            profiles: components["schemas"]["ProfileCheck"][];
            findings: components["schemas"]["Finding"][];
        };
        PublicationCreatedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "publication.created";
            subject?: {
                type?: "publication";
            };
            data?: {
                publication: {
                    id: string;
                    claimId: string;
                    number: number;
                    title: string;
                    summary: string;
                    language: string;
                    url: string | null;
                    correction: string | null;
                    rating: string;
                    citedStatements: string[];
                    citedEvidence: string[];
                    digest?: string;
                };
                claimVersion?: number;
                claimUpdatedAt?: string;
            } | null;
        } & {
            type: "publication.created";
        };
        PublicationPage: {
            items: components["schemas"]["Publication"][];
            nextCursor: string | null;
        };
        PublicationWithdrawnEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "publication.withdrawn";
            subject?: {
                type?: "publication";
            };
            data?: {
                publicationId: string;
                number: number;
                withdrawnAt?: string;
                claimVersion?: number;
                claimUpdatedAt?: string;
            } | null;
        } & {
            type: "publication.withdrawn";
        };
        PublishedBase: {
            statementId: string | null;
            source: components["schemas"]["NamedSource"];
        };
        PublishedClaim: {
            text: string;
            language: string;
            topics: string[];
            eventTime: string | null;
            place: string | null;
            appearances: components["schemas"]["Appearance"][];
            claimant: components["schemas"]["NamedSource"] | null;
            madeAt: string | null;
        };
        PublishedContent: {
            claim: components["schemas"]["PublishedClaim"];
            verdict: components["schemas"]["PublishedVerdict"];
            corroboration: components["schemas"]["PublishedCorroboration"];
            statements: components["schemas"]["PublishedStatement"][];
            evidence: components["schemas"]["PublishedEvidence"][];
        };
        PublishedCorroboration: {
            status: "contested" | "corroborated" | "single_source" | "retracted" | "denied" | "unsourced";
            rule: string;
            threshold: number;
            support: number;
            oppose: number;
            divided: number;
            summary: string;
        };
        PublishedEvidence: {
            id: string;
            kind: "image" | "video" | "document" | "data" | "page" | "other";
            url: string | null;
            bearing: "supports" | "refutes" | "context";
            description: string;
            sha256: string | null;
            capturedAt: string | null;
            sensitive: boolean;
            cited: boolean;
        };
        PublishedRating: {
            key: string;
            label: string;
            polarity: "supports" | "refutes" | "neither";
            colour: string;
            value: number | null;
            worst: number | null;
            best: number | null;
        };
        PublishedStatement: {
            id: string;
            source: components["schemas"]["NamedSource"];
            party: string | null;
            stance: "asserts" | "confirms" | "partly_confirms" | "questions" | "denies" | "cannot_confirm" | "evades" | "retracts";
            quote: string | null;
            quoteLanguage: string | null;
            translation: string | null;
            url: string | null;
            saidAt: string | null;
            basis: "firsthand" | "imagery" | "document" | "intelligence" | "relayed" | "unknown";
            basedOn: components["schemas"]["PublishedBase"] | null;
            cited: boolean;
        };
        PublishedVerdict: {
            rating: components["schemas"]["PublishedRating"];
            confidence: "low" | "moderate" | "high";
            rationale: string;
            overrideReason: string | null;
            selfReviewed: boolean;
            decidedAt: string;
        };
        Publisher: {
            name: string | null;
            site: string | null;
        };
        Quantity: {
            min: number | null;
            max: number | null;
            unit: string;
        };
        QuantityGiven: {
            min?: number | null;
            max?: number | null;
            unit: string;
        };
        QuantityRange: {
            unit: string;
            min: number | null;
            max: number | null;
            agree: boolean;
            statements: string[];
        };
        Queue: {
            id: string;
            name: string;
            isDefault: boolean;
            reviews: number;
            blind: boolean;
            agreement: "unanimous" | "within_one" | "majority";
            leaseSeconds: number;
            mode: "pull" | "push";
            offerSeconds: number;
            languages: string[];
            skills: string[];
            maxLeases: number | null;
            dueHours: number | null;
            priorityStepMinutes: number;
            dueNoticeHours: number;
            escalateTo: string | null;
            createdAt: string;
            version: number;
        };
        QueueAgreement: {
            nominal: components["schemas"]["Reliability"];
            ordinal: components["schemas"]["Reliability"];
            queue: components["schemas"]["Named"];
        };
        QueueChange: {
            name?: string;
            reviews?: number;
            blind?: boolean;
            agreement?: "unanimous" | "within_one" | "majority";
            leaseSeconds?: number;
            mode?: "pull" | "push";
            offerSeconds?: number;
            languages?: string[];
            skills?: string[];
            maxLeases?: number | null;
            dueHours?: number | null;
            priorityStepMinutes?: number;
            dueNoticeHours?: number;
            escalateTo?: string | null;
        };
        QueueCreatedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "queue.created";
            subject?: {
                type?: "queue";
            };
            data?: {
                queue: {
                    name: string;
                    isDefault: boolean;
                    reviews: number;
                    blind: boolean;
                    agreement: "unanimous" | "within_one" | "majority";
                    leaseSeconds: number;
                    mode: "pull" | "push";
                    offerSeconds: number;
                    languages: string[];
                    skills: string[];
                    maxLeases: number | null;
                    dueHours: number | null;
                    priorityStepMinutes: number;
                    dueNoticeHours: number;
                    escalateTo: string | null;
                };
            } | null;
        } & {
            type: "queue.created";
        };
        QueuePage: {
            items: components["schemas"]["Queue"][];
            nextCursor: string | null;
        };
        QueueRoutingChangedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "queue.routing-changed";
            subject?: {
                type?: "workspace";
            };
            data?: {
                changes: {
                    rules?: {
                        from: {
                            when: {
                                topics: string[];
                                languages: string[];
                                parties: string[];
                                sources: string[];
                                corroboration: ("contested" | "corroborated" | "single_source" | "retracted" | "denied" | "unsourced")[];
                                minPriority: number | null;
                            };
                            queueId: string;
                        }[] | null;
                        to: {
                            when: {
                                topics: string[];
                                languages: string[];
                                parties: string[];
                                sources: string[];
                                corroboration: ("contested" | "corroborated" | "single_source" | "retracted" | "denied" | "unsourced")[];
                                minPriority: number | null;
                            };
                            queueId: string;
                        }[] | null;
                    };
                };
            } | null;
        } & {
            type: "queue.routing-changed";
        };
        QueueShare: {
            queueId: string;
            count: number;
        };
        QueueStats: {
            queue: components["schemas"]["Named"];
            waiting: number;
            offered: number;
            leased: number;
            held: number;
            overdue: number;
            oldestWaitingSince: string | null;
            timeToClaim: components["schemas"]["Times"];
            timeToDecision: components["schemas"]["Times"];
        };
        QueueUpdatedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "queue.updated";
            subject?: {
                type?: "queue";
            };
            data?: {
                changes: {
                    name?: {
                        from: string | null;
                        to: string | null;
                    };
                    isDefault?: {
                        from: boolean | null;
                        to: boolean | null;
                    };
                    reviews?: {
                        from: number | null;
                        to: number | null;
                    };
                    blind?: {
                        from: boolean | null;
                        to: boolean | null;
                    };
                    agreement?: {
                        from: ("unanimous" | "within_one" | "majority") | null;
                        to: ("unanimous" | "within_one" | "majority") | null;
                    };
                    leaseSeconds?: {
                        from: number | null;
                        to: number | null;
                    };
                    mode?: {
                        from: ("pull" | "push") | null;
                        to: ("pull" | "push") | null;
                    };
                    offerSeconds?: {
                        from: number | null;
                        to: number | null;
                    };
                    languages?: {
                        from: string[] | null;
                        to: string[] | null;
                    };
                    skills?: {
                        from: string[] | null;
                        to: string[] | null;
                    };
                    maxLeases?: {
                        from: (number | null) | null;
                        to: (number | null) | null;
                    };
                    dueHours?: {
                        from: (number | null) | null;
                        to: (number | null) | null;
                    };
                    priorityStepMinutes?: {
                        from: number | null;
                        to: number | null;
                    };
                    dueNoticeHours?: {
                        from: number | null;
                        to: number | null;
                    };
                    escalateTo?: {
                        from: (string | null) | null;
                        to: (string | null) | null;
                    };
                };
            } | null;
        } & {
            type: "queue.updated";
        };
        QueuesStats: {
            from: string | null;
            to: string | null;
            queues: components["schemas"]["QueueStats"][];
        };
        Rating: {
            key: string;
            order: number | null;
            numericValue: number | null;
            polarity: "supports" | "refutes" | "neither";
            colour: string;
            labels: {
                [key: string]: string;
            };
        };
        RatingGiven: {
            key: string;
            order: number | null;
            numericValue: number | null;
            polarity: "supports" | "refutes" | "neither";
            colour: string;
            labels: {
                [key: string]: string;
            };
        };
        RatingNamed: {
            key: string;
            label: string;
        };
        RatingScale: {
            ratings: components["schemas"]["Rating"][];
            validFrom: string;
            version: number;
        };
        RatingScaleChangedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "rating-scale.changed";
            subject?: {
                type?: "workspace";
            };
            data?: {
                changes: {
                    ratings?: {
                        from: {
                            key: string;
                            order: number | null;
                            numericValue: number | null;
                            polarity: "supports" | "refutes" | "neither";
                            colour: string;
                            labels: {
                                [key: string]: string;
                            };
                        }[] | null;
                        to: {
                            key: string;
                            order: number | null;
                            numericValue: number | null;
                            polarity: "supports" | "refutes" | "neither";
                            colour: string;
                            labels: {
                                [key: string]: string;
                            };
                        }[] | null;
                    };
                };
            } | null;
        } & {
            type: "rating-scale.changed";
        };
        RatingScaleGiven: {
            ratings: components["schemas"]["RatingGiven"][];
        };
        RatingWord: {
            id: string;
            publisher: string;
            word: string;
            rating: string | null;
            reviews: number;
            firstSeenAt: string;
        };
        RatingWordMappedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "rating-word.mapped";
            subject?: {
                type?: "rating-word";
            };
            data?: {
                publisher: string;
                word: string;
                from: string | null;
                to: string | null;
            } | null;
        } & {
            type: "rating-word.mapped";
        };
        RatingWordPage: {
            items: components["schemas"]["RatingWord"][];
            nextCursor: string | null;
        };
        ReReview: {
            causes: components["schemas"]["ReReviewCause"][];
        };
        ReReviewCause: {
            kind: "statement_recorded" | "statement_struck" | "source_re_placed" | "source_downgraded" | "evidence_gone" | "age" | "editor";
            at: string;
            statementId: string | null;
            evidenceId: string | null;
            sourceId: string | null;
            note: string | null;
        };
        Ready: {
            status: "ok" | "degraded";
            jobs: "up" | "down";
        };
        Redelivery: Record<string, never>;
        Redirect: {
            url: string;
            status: number;
        };
        Reliability: {
            alpha: number | null;
            units: number;
            pairableValues: number;
        };
        Replacement: {
            statementId: string;
            replacedBy: string;
        };
        Request: {
            url: string;
            headers: {
                [key: string]: string;
            };
        };
        ReviewPage: {
            items: components["schemas"]["ReviewRound"][];
            nextCursor: string | null;
        };
        ReviewRound: {
            id: string;
            number: number;
            state: "open" | "disagreed" | "settled" | "cancelled";
            queueId: string;
            reviews: number;
            blind: boolean;
            agreement: "unanimous" | "within_one" | "majority";
            languages: string[];
            skills: string[];
            mode: "pull" | "push";
            leaseSeconds: number;
            openedAt: string;
            dueAt: string | null;
            escalation: components["schemas"]["Escalation"] | null;
            closedAt: string | null;
            causes: components["schemas"]["ReReviewCause"][];
            slots: components["schemas"]["ReviewSlot"][];
            adjudication: components["schemas"]["Adjudication"] | null;
            verdict: components["schemas"]["Verdict"] | null;
        };
        ReviewSlot: {
            number: number;
            state: "waiting" | "offered" | "taken" | "done" | "cancelled";
            assignments: components["schemas"]["ReviewTurn"][];
        };
        ReviewTurn: {
            id: string;
            claimId: string;
            queueId: string;
            round: number;
            slot: number;
            state: "offered" | "leased" | "held" | "submitted" | "released" | "declined" | "expired" | "handed_over" | "broken";
            member: components["schemas"]["Holder"];
            dueAt: string | null;
            lease: components["schemas"]["Lease"] | null;
            openedAt: string;
            expiresAt: string;
            endedAt: string | null;
            declineReason: "conflict_of_interest" | "language" | "not_competent" | "wellbeing" | "other" | null;
            declineNote: string | null;
            ledger: components["schemas"]["LedgerEntry"][];
            decision: components["schemas"]["Decision"] | null;
        };
        ReviewerStats: {
            member: components["schemas"]["Named"];
            offered: number;
            leased: number;
            held: number;
            decided: number;
            declined: number;
            released: number;
            handedOver: number;
            expired: number;
            broken: number;
            timeToDecision: components["schemas"]["Times"];
        };
        ReviewersStats: {
            from: string | null;
            to: string | null;
            reviewers: components["schemas"]["ReviewerStats"][];
        };
        RolePermissions: {
            role: "viewer" | "fact_checker" | "reviewer" | "editor" | "admin";
            permissions: string[];
        };
        Rotation: Record<string, never>;
        RoundCancelledEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "round.cancelled";
            subject?: {
                type?: "round";
            };
            data?: {
                decisions: {
                    decisionId: string;
                    memberId: string;
                    rating: string;
                    confidence: "low" | "moderate" | "high";
                    rationale: string;
                    overrideReason: string | null;
                    citedStatements: string[];
                    citedEvidence: string[];
                    claimVersion: number | null;
                    decidedAt: string;
                }[];
            } | null;
        } & {
            type: "round.cancelled";
        };
        RoundDisagreedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "round.disagreed";
            subject?: {
                type?: "round";
            };
            data?: {
                decisions: {
                    decisionId: string;
                    memberId: string;
                    rating: string;
                    confidence: "low" | "moderate" | "high";
                    rationale: string;
                    overrideReason: string | null;
                    citedStatements: string[];
                    citedEvidence: string[];
                    claimVersion: number | null;
                    decidedAt: string;
                }[];
                agreed: string | null;
            } | null;
        } & {
            type: "round.disagreed";
        };
        RoundDueSoonEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "round.due-soon";
            subject?: {
                type?: "round";
            };
            data?: {
                queueId: string;
                number: number;
                dueAt: string | null;
            } | null;
        } & {
            type: "round.due-soon";
        };
        RoundEscalatedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "round.escalated";
            subject?: {
                type?: "round";
            };
            data?: {
                from: string;
                to: string;
                languages: string[];
                skills: string[];
                mode: "pull" | "push";
                number: number;
                dueAt: string | null;
                claimVersion?: number;
                claimUpdatedAt?: string;
            } | null;
        } & {
            type: "round.escalated";
        };
        RoundOpenedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "round.opened";
            subject?: {
                type?: "round";
            };
            data?: {
                queueId: string;
                number: number;
                reviews: number;
                blind: boolean;
                agreement: "unanimous" | "within_one" | "majority";
                languages: string[];
                skills: string[];
                mode: "pull" | "push";
                rank: string;
                dueAt: string | null;
                escalateTo: string | null;
                routing: {
                    version: number;
                    rule: number | null;
                } | null;
            } | null;
        } & {
            type: "round.opened";
        };
        RoundOverdueEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "round.overdue";
            subject?: {
                type?: "round";
            };
            data?: {
                queueId: string;
                number: number;
                dueAt: string | null;
            } | null;
        } & {
            type: "round.overdue";
        };
        RoundSettledEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "round.settled";
            subject?: {
                type?: "round";
            };
            data?: {
                rating: string;
                decisions: {
                    decisionId: string;
                    memberId: string;
                    rating: string;
                    confidence: "low" | "moderate" | "high";
                    rationale: string;
                    overrideReason: string | null;
                    citedStatements: string[];
                    citedEvidence: string[];
                    claimVersion: number | null;
                    decidedAt: string;
                }[];
            } | null;
        } & {
            type: "round.settled";
        };
        RoundStalledEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "round.stalled";
            subject?: {
                type?: "round";
            };
            data?: {
                queueId: string;
                number: number;
            } | null;
        } & {
            type: "round.stalled";
        };
        RoutedClaim: {
            claimId: string;
            text: string;
            rule: number | null;
            queueId: string;
        };
        RoutingRules: {
            rules: components["schemas"]["Rule"][];
            validFrom: string;
            version: number;
        };
        RoutingRulesGiven: {
            rules: components["schemas"]["RuleGiven"][];
        };
        RowError: {
            path: string;
            message: string;
        };
        RowWarning: {
            code: string;
            path: string;
            message: string;
        };
        Rule: {
            when: components["schemas"]["When"];
            queueId: string;
        };
        RuleChange: {
            kind: "placement" | "merge" | "renaming" | "threshold";
            sourceId: string | null;
            partyId: string | null;
            into: string | null;
            at: string;
        };
        RuleGiven: {
            when: components["schemas"]["WhenGiven"];
            queueId: string;
        };
        Session: {
            id: string;
            workspaceId: string;
            memberId: string;
            createdAt: string;
            expiresAt: string;
            places: components["schemas"]["Place"][];
        };
        Sessions: {
            items: components["schemas"]["ListedSession"][];
        };
        Setup: {
            needed: boolean;
        };
        SetupGiven: {
            code: string;
            workspace: components["schemas"]["NewWorkspace"];
            name: string;
            email: string;
            password: string;
        };
        SimilarClaim: {
            score: number;
            reasons: components["schemas"]["SimilarReason"][];
            claim: components["schemas"]["Claim"];
        };
        SimilarClaims: {
            rule: string;
            items: components["schemas"]["SimilarClaim"][];
        };
        SimilarReason: {
            kind: "same_url" | "same_text" | "words" | "spelling";
            words: components["schemas"]["SimilarWord"][];
        };
        SimilarWord: {
            word: string;
            typed: string | null;
            claims: number;
            adds: number;
        };
        Source: {
            id: string;
            name: string;
            nameHidden: boolean;
            kind: "government" | "head_of_state" | "military" | "intelligence_service" | "international_organisation" | "ngo" | "company" | "academic" | "news_media" | "news_agency" | "social_media" | "person" | "document" | "sensor" | "other";
            parentId: string | null;
            party: string | null;
            partyId: string | null;
            country: string | null;
            urls: string[];
            wikidataId: string | null;
            confidential: boolean;
            publicLabel: string | null;
            notes: string;
            reliability: "A" | "B" | "C" | "D" | "E" | "F" | null;
            createdAt: string;
            version: number;
        };
        SourceChange: {
            name?: string;
            kind?: "government" | "head_of_state" | "military" | "intelligence_service" | "international_organisation" | "ngo" | "company" | "academic" | "news_media" | "news_agency" | "social_media" | "person" | "document" | "sensor" | "other";
            parentId?: string | null;
            party?: string | null;
            country?: string | null;
            urls?: string[];
            wikidataId?: string | null;
            confidential?: boolean;
            publicLabel?: string | null;
            notes?: string;
        };
        SourceCreatedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "source.created";
            subject?: {
                type?: "source";
            };
            data?: {
                source: {
                    id: string;
                    kind: "government" | "head_of_state" | "military" | "intelligence_service" | "international_organisation" | "ngo" | "company" | "academic" | "news_media" | "news_agency" | "social_media" | "person" | "document" | "sensor" | "other";
                    parentId: string | null;
                    partyId: string | null;
                    party: string | null;
                    country: string | null;
                    confidential: boolean;
                    publicLabel: string | null;
                } & {
                    name?: string;
                    urls?: string[];
                    wikidataId?: string | null;
                    notes?: string;
                };
            } | null;
        } & {
            type: "source.created";
        };
        SourceGradedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "source.graded";
            subject?: {
                type?: "source";
            };
            data?: {
                gradeId: string;
                reliability: {
                    from: ("A" | "B" | "C" | "D" | "E" | "F") | null;
                    to: "A" | "B" | "C" | "D" | "E" | "F";
                };
            } | null;
        } & {
            type: "source.graded";
        };
        SourcePage: {
            items: components["schemas"]["Source"][];
            nextCursor: string | null;
        };
        SourceRecord: {
            sourceId: string;
            basis: "own" | "relayed";
            total: components["schemas"]["Tally"];
            byTopic: components["schemas"]["TopicTally"][];
            byYear: components["schemas"]["YearTally"][];
        };
        SourceRecordClaim: {
            claimId: string;
            text: string;
            statementId: string;
            stance: "asserts" | "confirms" | "partly_confirms" | "questions" | "denies" | "cannot_confirm" | "evades" | "retracts";
            at: string;
            rating: string;
            polarity: "supports" | "refutes" | "neither";
            decidedAt: string;
            outcome: "agreed" | "disagreed" | "unresolved";
        };
        SourceRecordClaimsPage: {
            items: components["schemas"]["SourceRecordClaim"][];
            nextCursor: string | null;
        };
        SourceUpdatedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "source.updated";
            subject?: {
                type?: "source";
            };
            data?: {
                changes: {
                    id?: {
                        from: string | null;
                        to: string | null;
                    };
                    kind?: {
                        from: ("government" | "head_of_state" | "military" | "intelligence_service" | "international_organisation" | "ngo" | "company" | "academic" | "news_media" | "news_agency" | "social_media" | "person" | "document" | "sensor" | "other") | null;
                        to: ("government" | "head_of_state" | "military" | "intelligence_service" | "international_organisation" | "ngo" | "company" | "academic" | "news_media" | "news_agency" | "social_media" | "person" | "document" | "sensor" | "other") | null;
                    };
                    parentId?: {
                        from: (string | null) | null;
                        to: (string | null) | null;
                    };
                    partyId?: {
                        from: (string | null) | null;
                        to: (string | null) | null;
                    };
                    party?: {
                        from: (string | null) | null;
                        to: (string | null) | null;
                    };
                    country?: {
                        from: (string | null) | null;
                        to: (string | null) | null;
                    };
                    confidential?: {
                        from: boolean | null;
                        to: boolean | null;
                    };
                    publicLabel?: {
                        from: (string | null) | null;
                        to: (string | null) | null;
                    };
                    name?: {
                        from: string | null;
                        to: string | null;
                    };
                    urls?: {
                        from: string[] | null;
                        to: string[] | null;
                    };
                    wikidataId?: {
                        from: (string | null) | null;
                        to: (string | null) | null;
                    };
                    notes?: {
                        from: string | null;
                        to: string | null;
                    };
                };
            } | null;
        } & {
            type: "source.updated";
        };
        Statement: {
            id: string;
            claimId: string;
            sourceId: string;
            sourceName: string;
            stance: "asserts" | "confirms" | "partly_confirms" | "questions" | "denies" | "cannot_confirm" | "evades" | "retracts";
            saidAt: string | null;
            quote: string | null;
            quoteLanguage: string | null;
            translation: string | null;
            url: string | null;
            reportedById: string | null;
            basis: "firsthand" | "imagery" | "document" | "intelligence" | "relayed" | "unknown";
            basedOnStatementId: string | null;
            basedOnSourceId: string | null;
            quantity: components["schemas"]["Quantity"] | null;
            credibility: number | null;
            movedFrom: components["schemas"]["MovedFrom"] | null;
            recordedBy: string;
            recordedAt: string;
            struckAt: string | null;
            strikeReason: string | null;
            replacementId: string | null;
        };
        StatementPage: {
            items: components["schemas"]["Statement"][];
            nextCursor: string | null;
        };
        StatementRecordedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "statement.recorded";
            subject?: {
                type?: "statement";
            };
            data?: {
                statement: {
                    id: string;
                    claimId: string;
                    sourceId: string;
                    stance: "asserts" | "confirms" | "partly_confirms" | "questions" | "denies" | "cannot_confirm" | "evades" | "retracts";
                    saidAt: string | null;
                    quote: string | null;
                    quoteLanguage: string | null;
                    translation: string | null;
                    url: string | null;
                    reportedById: string | null;
                    basis: "firsthand" | "imagery" | "document" | "intelligence" | "relayed" | "unknown";
                    basedOnStatementId: string | null;
                    basedOnSourceId: string | null;
                    quantity: {
                        min: number | null;
                        max: number | null;
                        unit: string;
                    } | null;
                    credibility: number | null;
                    movedFrom?: {
                        claimId: string;
                        id: string;
                    } | null;
                    recordedAt: string;
                };
                claimVersion?: number;
                claimUpdatedAt?: string;
            } | null;
        } & {
            type: "statement.recorded";
        };
        StatementStruckEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "statement.struck";
            subject?: {
                type?: "statement";
            };
            data?: {
                statementId: string;
                replacementId: string | null;
                claimVersion?: number;
                claimUpdatedAt?: string;
            } | null;
        } & {
            type: "statement.struck";
        };
        StatusStep: {
            from: "triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed";
            to: "triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed";
        };
        StatusTimeline: {
            bucket: "hour" | "day" | "week";
            from: string;
            to: string;
            buckets: components["schemas"]["Flow"][];
        };
        StrikeNotice: {
            reason: string;
            replacementId?: string | null;
        };
        Subject: {
            type: string;
            id: string;
        };
        SubmittedClaim: {
            id: string;
            externalId: string | null;
            text: string;
            language: string;
            topics: string[];
            eventTime: string | null;
            place: string | null;
            appearances: components["schemas"]["Appearance"][];
            claimantId: string | null;
            quantity: components["schemas"]["Quantity"] | null;
            priority: number;
            dueAt: string | null;
            reviewDueAt: string | null;
            status: "triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed";
            heldFrom: "triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed" | null;
            holdUntil: string | null;
            closedReason: "duplicate" | "not_checkable" | "out_of_scope" | "withdrawn" | null;
            duplicateOf: string | null;
            corroboration: components["schemas"]["CorroborationSummary"];
            verdict: components["schemas"]["Verdict"] | null;
            reReview: components["schemas"]["ReReview"] | null;
            queueId: string | null;
            rank: string | null;
            leases: components["schemas"]["LeaseShown"][];
            createdBy: string;
            createdAt: string;
            updatedAt: string;
            version: number;
            allowedTransitions: ("triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed")[];
            similar?: components["schemas"]["SimilarClaim"][];
        };
        Tally: {
            agreed: number;
            disagreed: number;
            unresolved: number;
            share: number | null;
            interval: components["schemas"]["Interval"] | null;
            claims: string;
        };
        TimelineItem: {
            eventId: string;
            kind: "entry" | "statement" | "strike" | "corroboration" | "status";
            saidAt: string | null;
            recordedAt: string;
            actor: components["schemas"]["Actor"];
            reason: string | null;
            statement: components["schemas"]["Statement"] | null;
            corroboration: components["schemas"]["CorroborationStep"] | null;
            status: components["schemas"]["StatusStep"] | null;
            verdict: components["schemas"]["Verdict"] | null;
            erased: boolean;
        };
        TimelinePage: {
            items: components["schemas"]["TimelineItem"][];
            nextCursor: string | null;
        };
        Times: {
            count: number;
            medianSeconds: number | null;
            p90Seconds: number | null;
        };
        TopicTally: {
            agreed: number;
            disagreed: number;
            unresolved: number;
            share: number | null;
            interval: components["schemas"]["Interval"] | null;
            claims: string;
            topic: string;
        };
        Transition: {
            from: "triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed";
            to: "triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed";
            by: "viewer" | "fact_checker" | "reviewer" | "editor" | "admin" | "take" | "return" | "decision" | "adjudication" | "publication" | "withdrawal";
            note?: string;
        };
        TransitionWanted: {
            to: "triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed";
            queueId?: string | null;
            holdUntil?: string | null;
            reason?: string | null;
            duplicateOf?: string | null;
        };
        Verdict: {
            rating: string;
            polarity: "supports" | "refutes" | "neither";
            confidence: "low" | "moderate" | "high";
            rationale: string;
            citedStatements: string[];
            citedEvidence: string[];
            overrideReason: string | null;
            corroboration: "contested" | "corroborated" | "single_source" | "retracted" | "denied" | "unsourced";
            selfReviewed: boolean;
            round: number;
            decidedAt: string;
            claimVersion: number;
        };
        Verification: {
            claimId: string;
            whole: boolean;
            length: number;
            erased: number;
            head: string;
            brokenAt: number | null;
            lastHead: components["schemas"]["LastHead"] | null;
        };
        Webhook: {
            id: string;
            url: string;
            events: string[];
            enabled: boolean;
            disabledAt: string | null;
            disabledReason: "by_member" | "failing" | "gone" | null;
            failingSince: string | null;
            secrets: components["schemas"]["WebhookSecret"][];
            createdAt: string;
            version: number;
        };
        WebhookChange: {
            url?: string;
            events?: string[];
            enabled?: boolean;
        };
        WebhookCreatedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "webhook.created";
            subject?: {
                type?: "webhook";
            };
            data?: {
                webhook: {
                    origin: string;
                    events: string[];
                    enabled: boolean;
                };
            } | null;
        } & {
            type: "webhook.created";
        };
        WebhookDeletedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "webhook.deleted";
            subject?: {
                type?: "webhook";
            };
            data?: Record<string, never> | null;
        } & {
            type: "webhook.deleted";
        };
        WebhookDisabledEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "webhook.disabled";
            subject?: {
                type?: "webhook";
            };
            data?: {
                why: "by_member" | "failing" | "gone";
                failingSince: string | null;
            } | null;
        } & {
            type: "webhook.disabled";
        };
        WebhookPage: {
            items: components["schemas"]["Webhook"][];
            nextCursor: string | null;
        };
        WebhookRedeliveryWantedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "webhook.redelivery-wanted";
            subject?: {
                type?: "webhook";
            };
            data?: {
                deliveryId: string;
                eventId: string;
            } | null;
        } & {
            type: "webhook.redelivery-wanted";
        };
        WebhookSecret: {
            createdAt: string;
            expiresAt: string | null;
        };
        WebhookSecretRotatedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "webhook.secret-rotated";
            subject?: {
                type?: "webhook";
            };
            data?: {
                oldSecretsUntil: string;
            } | null;
        } & {
            type: "webhook.secret-rotated";
        };
        WebhookUpdatedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "webhook.updated";
            subject?: {
                type?: "webhook";
            };
            data?: {
                changes: {
                    origin?: {
                        from: string | null;
                        to: string | null;
                    };
                    events?: {
                        from: string[] | null;
                        to: string[] | null;
                    };
                    enabled?: {
                        from: boolean | null;
                        to: boolean | null;
                    };
                };
                moved: boolean;
            } | null;
        } & {
            type: "webhook.updated";
        };
        WebhookWithSecret: {
            id: string;
            url: string;
            events: string[];
            enabled: boolean;
            disabledAt: string | null;
            disabledReason: "by_member" | "failing" | "gone" | null;
            failingSince: string | null;
            secrets: components["schemas"]["WebhookSecret"][];
            createdAt: string;
            version: number;
            secret: string;
        };
        When: {
            topics: string[];
            languages: string[];
            parties: string[];
            sources: string[];
            corroboration: ("contested" | "corroborated" | "single_source" | "retracted" | "denied" | "unsourced")[];
            minPriority: number | null;
        };
        WhenGiven: {
            topics: string[];
            languages: string[];
            parties: string[];
            sources: string[];
            corroboration: ("contested" | "corroborated" | "single_source" | "retracted" | "denied" | "unsourced")[];
            minPriority: number | null;
        };
        WithdrawalNotice: {
            reason: string;
        };
        Work: {
            assignment: components["schemas"]["Assignment"];
            claim: components["schemas"]["Claim"];
        };
        Workflow: {
            states: ("triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed")[];
            transitions: components["schemas"]["Transition"][];
            closedReasons: ("duplicate" | "not_checkable" | "out_of_scope" | "withdrawn")[];
            roles: components["schemas"]["RolePermissions"][];
        };
        Workspace: {
            id: string;
            slug: string;
            name: string;
            createdAt: string;
            version: number;
        };
        WorkspaceChange: {
            name?: string;
        };
        WorkspaceUpdatedEvent: Omit<components["schemas"]["Event"], "type"> & {
            type?: "workspace.updated";
            subject?: {
                type?: "workspace";
            };
            data?: {
                changes: {
                    name?: {
                        from: string | null;
                        to: string | null;
                    };
                };
            } | null;
        } & {
            type: "workspace.updated";
        };
        YearTally: {
            agreed: number;
            disagreed: number;
            unresolved: number;
            share: number | null;
            interval: components["schemas"]["Interval"] | null;
            claims: string;
            year: string;
        };
    };
    responses: {
        "account.has_password": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "account.has_password";
                };
            };
        };
        "claim.duplicate": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "claim.duplicate";
                };
            };
        };
        "credentials.required": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "credentials.required";
                };
            };
        };
        "cursor.ahead": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "cursor.ahead";
                };
            };
        };
        "file.missing": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "file.missing";
                };
            };
        };
        "idempotency_key.in_use": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "idempotency_key.in_use";
                };
            };
        };
        "idempotency_key.taken": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "idempotency_key.taken";
                };
            };
        };
        "invitation.unknown": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "invitation.unknown";
                };
            };
        };
        "media_type.unsupported": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "media_type.unsupported";
                };
            };
        };
        "member.last_admin": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "member.last_admin";
                };
            };
        };
        "origin.foreign": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "origin.foreign";
                };
            };
        };
        "permission.denied": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "permission.denied";
                };
            };
        };
        "publication.gone": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "publication.gone";
                };
            };
        };
        "queue.duplicate": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "queue.duplicate";
                };
            };
        };
        "request.invalid": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "request.invalid";
                };
            };
        };
        "request.too_large": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "request.too_large";
                };
            };
        };
        "resource.not_found": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "resource.not_found";
                };
            };
        };
        "server.fault": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "server.fault";
                };
            };
        };
        "server.unavailable": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "server.unavailable";
                };
            };
        };
        "setup.code_unknown": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "setup.code_unknown";
                };
            };
        };
        "setup.done": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "setup.done";
                };
            };
        };
        "sign_in.refused": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "sign_in.refused";
                };
            };
        };
        "sign_in.throttled": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "sign_in.throttled";
                };
            };
        };
        "source.duplicate": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "source.duplicate";
                };
            };
        };
        "version.required": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "version.required";
                };
            };
        };
        "version.stale": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    code?: "version.stale";
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        RequestId: string;
        ETag: string;
        RetryAfter: number;
        WwwAuthenticate: string;
    };
    pathItems: never;
};
export type $defs = Record<string, never>;
export interface operations {
    apiKeys_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    apiKeys_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyWithSecret"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    apiKeys_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    assignments_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                mine?: boolean;
                state?: "offered" | "leased" | "held" | "submitted" | "released" | "declined" | "expired" | "handed_over" | "broken";
                queueId?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentPage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    assignments_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignment"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    assignments_accept: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Acceptance"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Work"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "assignment.not_yours" | "reviewer.took_part" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "lease.lost" | "assignment.closed" | "assignment.not_offered" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    assignments_break: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Break"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Work"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "assignment.closed" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    assignments_decide: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionGiven"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Work"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "assignment.not_yours" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "lease.lost" | "assignment.closed" | "assignment.not_offered" | "decision.ground_changed" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    assignments_decline: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decline"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Work"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "assignment.not_yours" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "lease.lost" | "assignment.closed" | "assignment.not_offered" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    assignments_handOver: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOver"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Work"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "assignment.not_yours" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "lease.lost" | "assignment.closed" | "assignment.not_offered" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    assignments_hold: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Hold"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Work"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "assignment.not_yours" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "lease.lost" | "assignment.closed" | "assignment.not_offered" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    assignments_release: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaseToken"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Work"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "assignment.not_yours" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "lease.lost" | "assignment.closed" | "assignment.not_offered" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    assignments_renew: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaseToken"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Work"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "assignment.not_yours" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "lease.lost" | "assignment.closed" | "assignment.not_offered" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    evidence_capturedFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "resource.not_found" | "file.none";
                    };
                };
            };
            409: components["responses"]["file.missing"];
            500: components["responses"]["server.fault"];
            503: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "storage.unavailable" | "server.unavailable";
                    };
                };
            };
        };
    };
    claims_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: "triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed";
                corroboration?: "contested" | "corroborated" | "single_source" | "retracted" | "denied" | "unsourced";
                rating?: string;
                topic?: string;
                language?: string;
                sourceId?: string;
                assignee?: string;
                queueId?: string;
                externalId?: string;
                text?: string;
                createdAfter?: string;
                createdBefore?: string;
                dueBefore?: string;
                sort?: "-createdAt" | "createdAt" | "-updatedAt" | "rank" | "dueAt";
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimPage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    claims_submit: {
        parameters: {
            query?: {
                similar?: boolean;
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewClaim"];
            };
        };
        responses: {
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmittedClaim"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "claim.duplicate" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    claims_find: {
        parameters: {
            query?: {
                text?: string;
                url?: string;
                language?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarClaims"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    claims_read: {
        parameters: {
            query?: {
                asOf?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimAsOf"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    claims_amend: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ClaimChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: components["responses"]["claim.duplicate"];
            412: components["responses"]["version.stale"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            428: components["responses"]["version.required"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    claims_adjudicate: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjudicationGiven"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "adjudicator.took_part" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "adjudication.not_open" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    publications_claimReview: {
        parameters: {
            query?: {
                profile?: "schema.org" | "google";
                number?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReview"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            410: components["responses"]["publication.gone"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    claims_corroboration: {
        parameters: {
            query?: {
                asOf?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Corroboration"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    evidence_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidencePage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    evidence_add: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEvidence"];
            };
        };
        responses: {
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: components["responses"]["idempotency_key.in_use"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    claims_externalReviews: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExternalReviewPage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    claims_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    claims_verify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    publications_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationPage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    publications_publish: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPublication"];
            };
        };
        responses: {
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "publication.publisher_took_part" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "claim.not_publishable" | "publication.verdict_changed" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    publications_check: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPublication"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationCheck"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "publication.publisher_took_part" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "claim.not_publishable" | "publication.verdict_changed" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    reviews_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    statements_ofClaim: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementPage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    statements_record: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStatement"];
            };
        };
        responses: {
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: components["responses"]["idempotency_key.in_use"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    claims_ofClaim: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    claims_move: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransitionWanted"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "transition.not_allowed" | "claim.survivor_is_duplicate" | "idempotency_key.in_use";
                    };
                };
            };
            412: components["responses"]["version.stale"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            428: components["responses"]["version.required"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    webhooks_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryWithLog"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    webhooks_redeliver: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Redelivery"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "webhook.disabled" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    events_feed: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                type?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedPage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            409: components["responses"]["cursor.ahead"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    events_follow: {
        parameters: {
            query?: {
                after?: string;
                type?: string;
            };
            header?: {
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            409: components["responses"]["cursor.ahead"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    evidence_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    evidence_listCaptures: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CapturePage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    evidence_askForCapture: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "evidence.gone" | "evidence.no_link" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    evidence_reportCustody: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Custody"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "storage.unavailable" | "server.unavailable";
                    };
                };
            };
        };
    };
    evidence_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "resource.not_found" | "file.none";
                    };
                };
            };
            409: components["responses"]["file.missing"];
            500: components["responses"]["server.fault"];
            503: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "storage.unavailable" | "server.unavailable";
                    };
                };
            };
        };
    };
    evidence_gone: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoneNotice"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "evidence.gone" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    exports_claims: {
        parameters: {
            query?: {
                status?: "triage" | "queued" | "in_review" | "adjudication" | "decided" | "published" | "on_hold" | "closed";
                corroboration?: "contested" | "corroborated" | "single_source" | "retracted" | "denied" | "unsourced";
                rating?: string;
                topic?: string;
                language?: string;
                sourceId?: string;
                assignee?: string;
                queueId?: string;
                externalId?: string;
                text?: string;
                createdAfter?: string;
                createdBefore?: string;
                dueBefore?: string;
                format?: "csv" | "ndjson" | "claim-review";
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                    "application/ld+json": string;
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    feeds_atom: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    feeds_claimReview: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ClaimReviewFeed"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    feeds_corrections: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Corrections"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    files_receive: {
        parameters: {
            query?: {
                name?: string;
                sha256?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            500: components["responses"]["server.fault"];
            503: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "storage.unavailable" | "server.unavailable";
                    };
                };
            };
        };
    };
    heads_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryHeadPage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    imports_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    imports_receive: {
        parameters: {
            query?: {
                format?: "ndjson" | "csv" | "claim-review";
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-ndjson": string;
                "application/ld+json": string;
                "text/csv": string;
            };
        };
        responses: {
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    imports_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    imports_rows: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                outcome?: "created" | "updated" | "unchanged" | "refused";
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRowPage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    workspace_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    members_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    members_admit: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMember"];
            };
        };
        responses: {
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "member.duplicate" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    members_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: components["responses"]["member.last_admin"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    members_change: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MemberChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: components["responses"]["member.last_admin"];
            412: components["responses"]["version.stale"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            428: components["responses"]["version.required"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    members_invite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "member.no_person" | "account.has_password";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    parties_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyPage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    parties_amend: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PartyChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "party.duplicate" | "party.merged";
                    };
                };
            };
            412: components["responses"]["version.stale"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            428: components["responses"]["version.required"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    parties_merge: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyMerge"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "party.merged" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    policy_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    policy_change: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PolicyChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            412: components["responses"]["version.stale"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            428: components["responses"]["version.required"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    publications_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    publications_withdraw: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawalNotice"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "publication.withdrawn" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    queues_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    queues_create: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQueue"];
            };
        };
        responses: {
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "queue.duplicate" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    queues_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    queues_change: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["QueueChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: components["responses"]["queue.duplicate"];
            412: components["responses"]["version.stale"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            428: components["responses"]["version.required"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    ratingScale_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingScale"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    ratingScale_replace: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RatingScaleGiven"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingScale"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            412: components["responses"]["version.stale"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            428: components["responses"]["version.required"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    ratingWords_words: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                mapped?: boolean;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingWordPage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    ratingWords_map: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Meaning"];
            };
        };
        responses: {
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: components["responses"]["idempotency_key.in_use"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    reviews_next: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NextWanted"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Work"];
                };
            };
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: components["responses"]["idempotency_key.in_use"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    routingRules_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingRules"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    routingRules_replace: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoutingRulesGiven"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingRules"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            412: components["responses"]["version.stale"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            428: components["responses"]["version.required"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    routingRules_dryRun: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoutingRulesGiven"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            409: components["responses"]["idempotency_key.in_use"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    sessions_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    sessions_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["sign_in.refused"];
            403: components["responses"]["origin.foreign"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            429: components["responses"]["sign_in.throttled"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    sessions_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["origin.foreign"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    sessions_accept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptedInvitation"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["request.invalid"];
            403: components["responses"]["origin.foreign"];
            404: components["responses"]["invitation.unknown"];
            409: components["responses"]["account.has_password"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    sessions_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["origin.foreign"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            429: components["responses"]["sign_in.throttled"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    sessions_move: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OtherWorkspace"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["origin.foreign"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    sessions_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    sessions_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["origin.foreign"];
            404: components["responses"]["resource.not_found"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    setup_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Setup"];
                };
            };
            400: components["responses"]["request.invalid"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    setup_setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupGiven"];
            };
        };
        responses: {
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["request.invalid"];
            403: components["responses"]["origin.foreign"];
            404: components["responses"]["setup.code_unknown"];
            409: components["responses"]["setup.done"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    sources_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                name?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcePage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    sources_create: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSource"];
            };
        };
        responses: {
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacedSource"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "source.duplicate" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    sources_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    sources_amend: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SourceChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacedSource"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: components["responses"]["source.duplicate"];
            412: components["responses"]["version.stale"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            428: components["responses"]["version.required"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    sources_grades: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GradePage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    sources_grade: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGrade"];
            };
        };
        responses: {
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grade"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: components["responses"]["idempotency_key.in_use"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    sources_record: {
        parameters: {
            query?: {
                basis?: "own" | "relayed";
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRecord"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    claims_recordClaims: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                basis?: "own" | "relayed";
                outcome?: "agreed" | "disagreed" | "unresolved";
                topic?: string;
                year?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRecordClaimsPage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    statements_ofSource: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementPage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    statements_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    statements_strike: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikeNotice"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "statement.struck" | "idempotency_key.in_use";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            422: components["responses"]["idempotency_key.taken"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    stats_agreement: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                queueId?: string;
                reviewer?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementStats"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    stats_claims: {
        parameters: {
            query?: {
                topic?: string;
                queueId?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimStats"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    stats_queues: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuesStats"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    stats_reviewers: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewersStats"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    stats_timeline: {
        parameters: {
            query?: {
                bucket?: "hour" | "day" | "week";
                from?: string;
                to?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusTimeline"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    webhooks_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    webhooks_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            500: components["responses"]["server.fault"];
            503: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "secrets_key.missing" | "server.unavailable";
                    };
                };
            };
        };
    };
    webhooks_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    webhooks_change: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WebhookChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            412: components["responses"]["version.stale"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            428: components["responses"]["version.required"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    webhooks_sent: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "pending" | "delivered" | "dead";
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            304: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            404: components["responses"]["resource.not_found"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    webhooks_rotate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Rotation"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            404: components["responses"]["resource.not_found"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            500: components["responses"]["server.fault"];
            503: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "secrets_key.missing" | "server.unavailable";
                    };
                };
            };
        };
    };
    workspace_workflow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    workspace_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: components["responses"]["permission.denied"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    workspace_change: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WorkspaceChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            400: components["responses"]["request.invalid"];
            401: components["responses"]["credentials.required"];
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "permission.denied" | "origin.foreign";
                    };
                };
            };
            412: components["responses"]["version.stale"];
            413: components["responses"]["request.too_large"];
            415: components["responses"]["media_type.unsupported"];
            428: components["responses"]["version.required"];
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
    health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Live"];
                };
            };
            500: components["responses"]["server.fault"];
        };
    };
    health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            500: components["responses"]["server.fault"];
            503: components["responses"]["server.unavailable"];
        };
    };
}
