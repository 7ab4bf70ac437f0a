import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Refused } from '../platform/graphql/refused.types';
import { Json } from '../platform/graphql/scalars';
import {
  CommitImportPayload,
  ImportColumn,
  ImportCounts,
  ImportFinding,
  ImportPreview,
  ImportRow,
  PreviewImportInput,
  PreviewImportPayload,
  ProposedActor,
} from './import-preview.types';
import { IntakeService } from './intake.service';
import { previewDetails } from './preview-details';

@Resolver(() => ImportPreview)
export class IntakeResolver {
  constructor(private readonly intake: IntakeService) {}

  @Query(() => ImportPreview, {
    nullable: true,
    description: 'An import that was read; null when there is no such, or it is older than 30 days.',
  })
  importPreview(@Args('id', { type: () => ID, description: 'Identifier of the preview.' }) id: string) {
    return this.intake.find(id);
  }

  @Mutation(() => PreviewImportPayload, {
    complexity: 2000,
    description: 'Reads files and says, cell by cell, what saving them would do. No application is changed.',
  })
  async previewImport(@Args('input', { description: 'The files.' }) input: PreviewImportInput) {
    const preview = await this.intake.preview(input);
    return preview.ok ? { preview: preview.value } : Refused.because(preview.refusal);
  }

  @Mutation(() => CommitImportPayload, {
    complexity: 2000,
    description: 'Saves the chosen rows of a preview: all of them or none.',
  })
  async commitImport(
    @Args('previewId', { type: () => ID, description: 'The preview.' }) previewId: string,
    @Args('rowIds', {
      type: () => [ID],
      description: 'The rows to save; choosing one that needs attention says that it has been looked at.',
    })
    rowIds: string[],
  ) {
    const committed = await this.intake.commit(previewId, rowIds);
    return committed.ok ? committed.value : Refused.because(committed.refusal);
  }

  @ResolveField(() => [ImportRow], { description: 'Every row of the file, in order.' })
  rows(@Parent() preview: ImportPreview) {
    return previewDetails(preview).rows;
  }

  @ResolveField(() => [ImportFinding], { description: 'About the file as a whole and its columns.' })
  findings(@Parent() preview: ImportPreview) {
    return previewDetails(preview).findings;
  }

  @ResolveField(() => ImportCounts, { description: 'How many rows can be done what with.' })
  counts(@Parent() preview: ImportPreview) {
    return previewDetails(preview).counts;
  }

  @ResolveField(() => [ImportColumn], {
    description: 'The columns of a spreadsheet and what they were taken for; none for comma files.',
  })
  columns(@Parent() preview: ImportPreview) {
    return previewDetails(preview).columns;
  }

  @ResolveField(() => Json, { description: 'Heading → `columnId`, to be remembered and given back next time.' })
  mapping(@Parent() preview: ImportPreview) {
    return previewDetails(preview).mapping;
  }

  @ResolveField(() => Int, { nullable: true, description: 'The row the headings stand in; null for comma files.' })
  headerRow(@Parent() preview: ImportPreview) {
    return previewDetails(preview).headerRow;
  }

  @ResolveField(() => [ProposedActor], {
    description: 'Organisations the rows name that are not in the register; added if a row that names them is saved.',
  })
  proposedActors(@Parent() preview: ImportPreview) {
    return previewDetails(preview).proposedActors;
  }
}
